// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, it, vi } from 'vitest';
import { type Choices, Preferences } from './Preferences.ts';
import { type Services, ServicesContext } from './Services.ts';
import { useAppearance } from './useChoices.ts';

afterEach(() => vi.unstubAllGlobals());

/** A screen of which queries hold as the test says. */
class Screen {
  readonly #lists = new Set<EventTarget>();
  #holding: ReadonlySet<string> = new Set();
  readonly matchMedia = (query: string): unknown => {
    const list = Object.assign(new EventTarget(), { media: query });
    Object.defineProperty(list, 'matches', { get: () => this.#holding.has(query) });
    this.#lists.add(list);
    return list;
  };
  hold(...queries: readonly string[]): void {
    this.#holding = new Set(queries);
    for (const list of this.#lists) list.dispatchEvent(new Event('change'));
  }
}

const dark = '(prefers-color-scheme: dark)';
const contrast = '(prefers-contrast: more)';

function Shown() {
  return <p>{useAppearance()}</p>;
}

it('[PAGE-19] what is printed is light, whatever the screen is, and the screen is as before afterwards', () => {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);
  const screen = new Screen();
  vi.stubGlobal('matchMedia', screen.matchMedia);
  const place = document.createElement('div');
  const root = createRoot(place);
  const themes: readonly Choices['theme'][] = ['system', 'dark', 'light', 'contrast'];
  for (const theme of themes) {
    const shelf = { getItem: () => JSON.stringify({ theme }), setItem: () => {}, removeItem: () => {} };
    // only the choices are looked at
    const services = { preferences: new Preferences(shelf) } as Partial<Services> as Services;
    act(() =>
      root.render(
        <ServicesContext value={services}>
          <Shown />
        </ServicesContext>,
      ),
    );
    const appearance = (...queries: readonly string[]): string => {
      act(() => screen.hold(...queries));
      return place.textContent ?? '';
    };
    const onScreen = theme === 'system' ? 'dark' : theme;
    expect(appearance(dark)).toBe(onScreen);
    expect(appearance(dark, 'print')).toBe(onScreen === 'contrast' ? 'contrast' : 'light');
    expect(appearance(dark)).toBe(onScreen);
    expect(appearance(contrast, 'print')).toBe(theme === 'system' || theme === 'contrast' ? 'contrast' : 'light');
  }
  act(() => root.unmount());
});
