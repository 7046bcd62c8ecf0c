/** Finds things by name: as it is written, else as people would call it the same. */
import { nameKey, tidyName } from '../map/nameKey.ts';

/** Lives for one import: names are read once, however many rows look for them. */
export class NameFinder {
  readonly #read = new Map<string, { readonly tidy: string; readonly key: string }>();

  /** The one that bears the name, "several" when more than one does. */
  find<T>(list: readonly T[], name: string, nameOf: (one: T) => string): T | 'several' | undefined {
    const wanted = this.#of(name);
    const alike = list.filter((one) => this.#of(nameOf(one)).key === wanted.key);
    const written = alike.filter((one) => this.#of(nameOf(one)).tidy === wanted.tidy);
    const [first, second] = written.length > 0 ? written : alike;
    return second === undefined ? first : 'several';
  }

  #of(name: string): { readonly tidy: string; readonly key: string } {
    const known = this.#read.get(name);
    if (known !== undefined) return known;
    const read = { tidy: tidyName(name), key: nameKey(name) };
    this.#read.set(name, read);
    return read;
  }
}
