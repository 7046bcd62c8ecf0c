/** A window for the real editor, in which nothing happens by itself: no frame is ever drawn, so a run depends on its seed only. */
import { createRequire, register } from 'node:module';

/** jsdom, as far as it is used here; it comes without types. */
interface Jsdom {
  readonly JSDOM: new (html: string, options: { url: string }) => { readonly window: Window & typeof globalThis };
}

const names = ['document', 'navigator', 'location', 'history', 'getComputedStyle', 'localStorage'] as const;

/** Fonts and style sheets that the page's builder would turn into addresses. */
const emptyAssets = `export async function load(url, context, next) {
  if (!/\\.(woff2|css|svg)(\\?|$)/.test(url)) return next(url, context);
  return { format: 'module', source: 'export default ""', shortCircuit: true };
}`;

export function openWindow(): void {
  register(`data:text/javascript,${encodeURIComponent(emptyAssets)}`);
  // as under vitest: what tldraw would put off to a frame is done at once
  process.env['NODE_ENV'] = 'test';
  const { JSDOM } = createRequire(import.meta.url)('jsdom') as Jsdom;
  const { window } = new JSDOM('<!doctype html><body></body>', { url: 'http://localhost/' });
  const globals = globalThis as unknown as Record<string, unknown>;
  globals['window'] ??= window;
  for (const name of names) if (globals[name] === undefined || name === 'navigator') define(name, window[name]);
  for (const name of Object.getOwnPropertyNames(window)) {
    if (/^[A-Z]/.test(name) && !(name in globalThis))
      define(name, (window as unknown as Record<string, unknown>)[name]);
  }
}

/** Frames never come, and every text has the same size: what jsdom cannot measure. */
export function calmWindow(): void {
  for (const holder of new Set<object>([globalThis, window])) {
    Object.assign(holder, { requestAnimationFrame: () => 0, cancelAnimationFrame: () => undefined });
  }
  const box = { x: 0, y: 0, width: 20, height: 20, top: 0, left: 0, right: 20, bottom: 20 };
  Object.assign(window.Range.prototype, { getClientRects: () => [box], getBoundingClientRect: () => box });
}

/** tldraw 3.15.6 leaves listeners on the body that hold every editor there ever was; a new body lets go of them. */
export function forgetEditors(): void {
  document.body.replaceWith(document.body.cloneNode());
}

function define(name: string, value: unknown): void {
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
}
