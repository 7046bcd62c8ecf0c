/** The activity whose button somebody pressed, until the panel that this opens has shown it; the panel's code may come later. */
let wanted: string | null = null;

export function wantActivity(id: string): void {
  wanted = id;
}

/** As it is, for whoever makes room for it. */
export function wantedActivity(): string | null {
  return wanted;
}

/** Null where the panel was opened in another way, or has shown it. */
export function takeWantedActivity(): string | null {
  const id = wanted;
  wanted = null;
  return id;
}
