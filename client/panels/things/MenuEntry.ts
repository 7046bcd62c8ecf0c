/** What can be done with a row, as data for its menu. */
export interface MenuEntry {
  readonly key: string;
  readonly label: string;
  readonly isDanger?: boolean;
  readonly run?: () => void;
  readonly entries?: readonly MenuEntry[];
}
