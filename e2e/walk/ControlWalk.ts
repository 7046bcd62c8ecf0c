/**
 * Presses everything on a page that can be pressed, once, and looks after each press where the focus is. Forms are filled before
 * they are sent; what a press opens is gone through before what was there already; what went away before its turn is opened again
 * the way it came.
 */
import { accents } from '#shared/testing/madeUpWords.ts';
import { controlKey, pressedPlaces } from './pressedPlaces.ts';

const selector =
  'button:not(:disabled), a[href], input:not(:disabled), textarea:not(:disabled), select:not(:disabled), summary, [role="menuitem"]:not([aria-disabled="true"]), [role="treeitem"]';
const written = 'input:not([type="checkbox"]):not([type="radio"]):not([type="file"]):not([type="range"]), textarea';

/** So many of one list, each pressed and given up by key. */
const entries = 4;

export interface WalkScene {
  /** Returns how to close it. */
  readonly show: () => Promise<() => void>;
  /** How the names of what is pressed first begin in English, one after the other. */
  readonly way?: readonly string[];
  /** Controls within these are not pressed. */
  readonly leavesOut?: string;
  /** How the English names begin of what puts an end to the page, or to what its person may do: pressed last. */
  readonly ends?: readonly string[];
}

interface Known {
  readonly name: string;
  readonly opener: string | null;
  readonly seenAt: number;
  tries: number;
}

export class ControlWalk {
  /** Places in the source whose controls were pressed. */
  readonly pressed = new Set<string>();
  /** Presses after which the focus was nowhere. */
  readonly lost: string[] = [];
  readonly #settle: () => Promise<void>;
  readonly #fileFor: (field: HTMLInputElement) => File;
  #known = new Map<string, Known>();
  #done = new Set<string>();
  #last: string | null = null;
  #scene: WalkScene | null = null;

  /** `settle` waits until all that follows a press has happened; `fileFor` is what is chosen in a field for files. */
  constructor(settle: () => Promise<void>, fileFor: (field: HTMLInputElement) => File) {
    this.#settle = settle;
    this.#fileFor = fileFor;
  }

  /** Goes through a page; shown anew where a press has put an end to it. */
  async through(scene: WalkScene): Promise<void> {
    this.#known = new Map();
    this.#scene = scene;
    let before = -1;
    while (before !== this.#done.size && (before < 0 || this.#missing().length > 0)) {
      before = this.#done.size;
      for (const known of this.#known.values()) known.tries = 0;
      const close = await scene.show();
      this.#last = null;
      await this.#settle();
      for (const name of scene.way ?? []) await this.#open(name);
      while (await this.#step());
      close();
    }
  }

  async #step(): Promise<boolean> {
    const here = this.#here();
    const [next] = [...here.keys()]
      .filter((key) => !this.#done.has(key))
      .toSorted((one, other) => this.#rank(other, here) - this.#rank(one, here));
    if (next !== undefined) {
      await this.#act(next);
      return true;
    }
    const isEnd = (key: string) => Number(this.#isEnd(this.#known.get(key)?.name ?? ''));
    for (const key of this.#missing().toSorted((one, other) => isEnd(one) - isEnd(other))) {
      const known = this.#known.get(key);
      if (known === undefined || (known.tries += 1) > 1) continue;
      if (await this.#reach(key, 8)) return true;
    }
    return false;
  }

  /** What is new comes first, what closes a panel when all in it was pressed. */
  #rank(key: string, here: ReadonlyMap<string, HTMLElement>): number {
    const seenAt = this.#known.get(key)?.seenAt ?? 0;
    if (this.#isEnd(nameOf(here.get(key)))) return seenAt - 2e6;
    const leaves = here.get(key)?.closest('aside > header, [role="tablist"], [role="banner"], header') !== null;
    return leaves ? seenAt - 1e6 : seenAt;
  }

  #isEnd(name: string): boolean {
    return this.#scene?.ends?.some((end) => name.startsWith(accents(end))) ?? false;
  }

  async #open(name: string): Promise<void> {
    const named = () =>
      [...document.querySelectorAll<HTMLElement>('button, [role="tab"], [role="menuitem"]')].find((one) =>
        nameOf(one).startsWith(accents(name)),
      );
    // a panel may be on its way
    for (let tries = 0; tries < 100 && named() === undefined; tries += 1) await this.#settle();
    const opener = named();
    if (opener === undefined) throw new Error(`nothing is called ${name}`);
    // it is kept open on this device
    if (opener.getAttribute('aria-expanded') === 'true') return;
    opener.focus();
    press(opener, 'press', this.#fileFor);
    await this.#settle();
    await this.#settle();
  }

  #missing(): readonly string[] {
    return [...this.#known.keys()].filter((key) => !this.#done.has(key));
  }

  async #reach(key: string, depth: number): Promise<boolean> {
    if (this.#here().has(key)) return true;
    const opener = this.#known.get(key)?.opener ?? null;
    if (opener === null || depth === 0 || !(await this.#reach(opener, depth - 1))) return false;
    await this.#act(opener);
    return this.#here().has(key);
  }

  /** Entries that one place in the source lists (every interest to move to) are tried, and not all of them. */
  #hasEnough(key: string): boolean {
    const [place, name] = key.split(' “');
    if (name === undefined) return false;
    return [...this.#known.keys()].filter((one) => one.startsWith(`${place} “`)).length >= entries;
  }

  /** What can be pressed now; notes what is new, and what it came after. */
  #here(): ReadonlyMap<string, HTMLElement> {
    const here = new Map<string, HTMLElement>();
    for (const element of document.querySelectorAll<HTMLElement>(selector)) {
      if (this.#scene?.leavesOut !== undefined && element.closest(this.#scene.leavesOut) !== null) continue;
      for (const key of keysOf(element)) {
        if (!this.#known.has(key) && this.#hasEnough(key)) continue;
        if (!here.has(key)) here.set(key, element);
        if (!this.#known.has(key))
          this.#known.set(key, { name: nameOf(element), opener: this.#last, seenAt: this.#known.size, tries: 0 });
      }
    }
    return here;
  }

  async #act(key: string): Promise<void> {
    const element = this.#here().get(key);
    this.#done.add(key);
    if (element === undefined) return;
    const how = key.slice(key.lastIndexOf(' ') + 1);
    for (const place of pressedPlaces(element)) this.pressed.add(place);
    const name = `${how} on "${nameOf(element)}" (${key})`;
    element.focus();
    if (!element.isConnected) return;
    if (fill(element)) await this.#settle();
    if (!element.isConnected) return;
    press(element, how, this.#fileFor);
    await this.#settle();
    this.#last = key;
    if (document.activeElement === null || document.activeElement === document.body) {
      this.lost.push(name);
      document.querySelector<HTMLElement>('.tl-container')?.focus();
    }
  }
}

/** What can be done with a control: one key each. */
function keysOf(element: HTMLElement): readonly string[] {
  const role = element.getAttribute('role');
  const isNamed = role === 'menuitem' || role === 'tab' || element.matches('[type="radio"]');
  const key = controlKey(element) + (isNamed ? ` “${nameOf(element)}”` : turnOf(element));
  if (element.matches(written)) return [`${key} Escape`, `${key} Enter`];
  if (element.matches('select')) return [`${key} choose`];
  if (role === 'treeitem') return [`${key} Delete`, `${key} F2`, `${key} press`];
  const isIn = element.closest('[role="alertdialog"], [role="dialog"], [role="menu"], aside > header') !== null;
  return isIn ? [`${key} Escape`, `${key} press`] : [`${key} press`];
}

/** The way past what floats over the canvas is another one for each thing that floats, and each folded part has its title. */
function turnOf(element: HTMLElement): string {
  const key = controlKey(element);
  if (key.includes('cockpit/FoldedParts.tsx')) return ` of ${nameOf(element).split(',')[0]}`;
  if (!key.includes('board/InTurn.tsx')) return '';
  return ` past ${element.parentElement?.firstElementChild?.textContent.slice(0, 40)}`;
}

function nameOf(element: HTMLElement | undefined): string {
  return (element?.getAttribute('aria-label') ?? element?.textContent ?? '').trim().slice(0, 60);
}

function press(element: HTMLElement, how: string, fileFor: (field: HTMLInputElement) => File): void {
  if (element instanceof HTMLInputElement && element.type === 'file') {
    Object.defineProperty(element, 'files', { value: [fileFor(element)], configurable: true });
    element.dispatchEvent(new Event('change', { bubbles: true }));
    return;
  }
  if (how === 'choose') {
    const select = element as HTMLSelectElement;
    set(select, select.options[(select.selectedIndex + 1) % select.options.length]?.value ?? '');
  } else if (how === 'press') {
    // menus open at the press itself
    element.dispatchEvent(new MouseEvent('pointerdown', { bubbles: true, cancelable: true, button: 0 }));
    element.dispatchEvent(new MouseEvent('pointerup', { bubbles: true, cancelable: true, button: 0 }));
    if (element.isConnected) element.click();
  } else {
    const goesOn = element.dispatchEvent(new KeyboardEvent('keydown', { key: how, bubbles: true, cancelable: true }));
    if (goesOn && how === 'Enter' && element instanceof HTMLInputElement) element.form?.requestSubmit();
  }
}

const answers: Readonly<Record<string, string>> = { number: '2', date: '2030-05-01', url: 'https://example.org/' };

/** Writes into what is empty of a control's form; true when there was something. */
function fill(element: HTMLElement): boolean {
  const fields = [...(element.closest('form')?.querySelectorAll<HTMLElement>(written) ?? []), element];
  let wasEmpty = false;
  for (const field of fields) {
    if (!field.matches(written) || !(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement))
      continue;
    if (field.value !== '') continue;
    set(field, answers[field.type] ?? 'Some words');
    wasEmpty = true;
  }
  return wasEmpty;
}

function set(field: HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement, value: string): void {
  Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event(field instanceof HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
}
