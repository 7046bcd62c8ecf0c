// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { giveBack, keepFocus } from './keepFocus.ts';

let stop: () => void;
const one = (id: string) => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`there is no ${id}`);
  return found;
};
const focused = () => document.activeElement?.id;

beforeEach(() => {
  document.body.innerHTML = `
    <div id="root"><div id="page">
      <button id="bar">Bar</button>
      <main><div class="tl-container" id="canvas" tabindex="0"></div><p id="banner"><button id="away">Away</button></p></main>
      <aside id="panel">
        <h2 id="title" tabindex="-1">Findings</h2>
        <ul id="cards">
          <li id="first"><button id="make">Make</button><form id="form"><input id="what"><button id="add">Add</button></form></li>
          <li id="second"><button id="second-make">Make</button></li>
        </ul>
      </aside>
    </div></div>`;
  stop = keepFocus(document);
});
afterEach(() => {
  stop();
  document.body.innerHTML = '';
});

describe('focus', () => {
  it('[PAGE-17] goes back to what opened a form that closed itself', async () => {
    one('make').focus();
    one('what').focus();
    one('form').remove();
    await vi.waitFor(() => expect(focused()).toBe('make'));
  });

  it('[PAGE-17] goes to what comes after a card that went, else to what stood before it', async () => {
    one('what').focus();
    one('first').remove();
    await vi.waitFor(() => expect(focused()).toBe('second-make'));
    one('second').remove();
    await vi.waitFor(() => expect(focused()).toBe('title'));
  });

  it('[PAGE-17] goes to the canvas from a banner and from a panel that nothing else is left of', async () => {
    one('away').focus();
    one('banner').remove();
    await vi.waitFor(() => expect(focused()).toBe('canvas'));
    one('what').focus();
    one('bar').remove();
    one('panel').remove();
    await vi.waitFor(() => expect(focused()).toBe('canvas'));
  });

  it('[PAGE-17] stays with the canvas when a text or a button in it goes', async () => {
    for (const part of ['<textarea id="place"></textarea>', '<button id="place">At the table</button>']) {
      one('canvas').innerHTML = `<button id="undo">Undo</button><div>${part}</div>`;
      one('place').focus();
      one('place').remove();
      await vi.waitFor(() => expect(focused()).toBe('canvas'));
    }
  });

  it('[PAGE-17] leaves a button that cannot be pressed while its answer is on the way', async () => {
    one('make').focus();
    one('add').focus();
    one('add').setAttribute('disabled', '');
    await vi.waitFor(() => expect(focused()).toBe('what'));
  });

  it('[PAGE-17] stays where somebody put it, and where the closing put it', async () => {
    one('what').focus();
    one('form').remove();
    one('bar').focus();
    await new Promise((done) => setTimeout(done));
    expect(focused()).toBe('bar');
  });

  it('[PAGE-17] is given back to the like of what had it, where that went and came anew', () => {
    const opener = one('away');
    opener.remove();
    one('banner').innerHTML = '<button id="again">Away</button>';
    giveBack(opener);
    expect(focused()).toBe('again');
  });
});
