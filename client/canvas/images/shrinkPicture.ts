/** A photo that is too large for a board, drawn smaller on this device: nothing of it leaves the device before. */

/** Sharp on every screen, and in a printed report. */
const longestSide = 4096;
const qualities = [0.9, 0.75, 0.6] as const;

/** At most `mostBytes`; null where the browser cannot. A photo stays upright, a picture with glass stays so. */
export async function shrinkPicture(file: File, mostBytes: number): Promise<File | null> {
  try {
    const drawn = await createImageBitmap(file);
    const ratio = Math.min(1, longestSide / Math.max(drawn.width, drawn.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(drawn.width * ratio);
    canvas.height = Math.round(drawn.height * ratio);
    canvas.getContext('2d')?.drawImage(drawn, 0, 0, canvas.width, canvas.height);
    drawn.close();
    const type = file.type === 'image/jpeg' ? 'image/jpeg' : 'image/webp';
    for (const quality of qualities) {
      const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, type, quality));
      if (blob && blob.type === type && blob.size <= mostBytes) return new File([blob], file.name, { type });
    }
    return null;
  } catch {
    // Not a picture after all, or larger than the browser can draw.
    return null;
  }
}
