/** Palettes on the screen: every color is a custom property, so that themes change it without drawing anew. */

/** `cardShade` of the palette `frame` -> `--frame-card-shade`. */
export function paletteProperty(prefix: string, name: string): string {
  return `--${prefix}-${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** The palette's names with `var(--...)` for each color. */
export function propertiesOf<Name extends string>(prefix: string, names: readonly Name[]): Record<Name, string> {
  return Object.fromEntries(names.map((name) => [name, `var(${paletteProperty(prefix, name)})`])) as Record<
    Name,
    string
  >;
}
