/** Which board was started in this tab, from the start to the joining: who does both is shown the link of its owner. */
const key = 'roundtable.made';

export function noteMade(board: string): void {
  try {
    sessionStorage.setItem(key, board);
  } catch {
    // Refused: the link stands in Share.
  }
}

export function wasMadeHere(board: string): boolean {
  try {
    return sessionStorage.getItem(key) === board;
  } catch {
    // Refused: the link stands in Share.
    return false;
  }
}
