// @vitest-environment jsdom
import { act } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, it, vi } from 'vitest';
import { ErrorBoundary } from './ErrorBoundary.tsx';

it('[PAGE-4] an error stays in its part, with details to copy and a way to open it again; the rest goes on', () => {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => {});
  let isBroken = true;
  const Part = () => {
    if (isBroken) throw new RangeError('no such page');
    return <p>The canvas</p>;
  };
  const faults: unknown[] = [];
  const place = document.createElement('div');
  const root = createRoot(place);
  act(() =>
    root.render(
      <>
        <p>Saved</p>
        <ErrorBoundary
          onFault={(fault) => faults.push(fault)}
          renderFailed={({ details, again }) => <button onClick={again}>{details}</button>}
        >
          <Part />
        </ErrorBoundary>
      </>,
    ),
  );
  expect(place.textContent).toContain('Saved');
  expect(place.querySelector('button')?.textContent).toMatch(/^RangeError: no such page[^]*Part/);
  expect(faults).toEqual([new RangeError('no such page')]);
  isBroken = false;
  act(() => place.querySelector('button')?.click());
  expect(place.textContent).toBe('SavedThe canvas');
  act(() => root.unmount());
  quiet.mockRestore();
});
