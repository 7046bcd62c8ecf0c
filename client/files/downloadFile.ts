/** Hands a file to the person without the server. */
export function downloadFile(name: string, type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has to have taken the file before its address ends.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
