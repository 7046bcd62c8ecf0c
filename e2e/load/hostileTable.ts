export async function hostileTable(): Promise<string> {
  return '';
}
