/** Whether a file begins and can be drawn as one of the pictures that the server takes; its name and type say nothing. */
export async function isPicture(file: Blob): Promise<boolean> {
  if (!beginsAsPicture(new Uint8Array(await file.slice(0, 12).arrayBuffer()))) return false;
  try {
    const drawn = await createImageBitmap(file);
    drawn.close();
    return true;
  } catch {
    // The browser cannot draw it: cut, or not what it begins as.
    return false;
  }
}

function beginsAsPicture(bytes: Uint8Array): boolean {
  const text = String.fromCodePoint(...bytes);
  return (
    text.startsWith('\x89PNG\r\n\x1A\n') ||
    text.startsWith('\xFF\xD8\xFF') ||
    text.startsWith('GIF8') ||
    (text.startsWith('RIFF') && text.slice(8) === 'WEBP')
  );
}
