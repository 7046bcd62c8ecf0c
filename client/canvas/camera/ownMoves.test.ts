// @vitest-environment jsdom
import type { Editor } from '@tldraw/tldraw';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { viewEditor, type ViewEditor } from '../projected/testing/viewEditor.ts';
import { watchOwnMoves, type OwnMoves } from './ownMoves.ts';

let frame: ViewEditor;
let editor: Editor;
let moves: OwnMoves;
let now = 10_000;
beforeEach(() => {
  const template = readTemplate('blank');
  if (template === null) throw new Error('no template');
  frame = viewEditor(template.map, template.asOf);
  ({ editor } = frame);
  moves = watchOwnMoves(editor, () => now);
});
afterEach(() => {
  moves.stop();
  frame.dispose();
});

it('[SEALED-12] only what I do with the view myself is a move of mine', () => {
  expect(moves.since()).toBe(Infinity);
  editor.updateInstanceState({ isGridMode: true });
  editor.updateInstanceState({ screenBounds: { x: 0, y: 0, w: 500, h: 400 } });
  expect(moves.since()).toBe(Infinity);
  editor.setCamera({ x: 10, y: 20, z: 1 });
  now += 300;
  expect(moves.since()).toBe(300);
  // following somebody
  editor.updateInstanceState({ followingUserId: 'user:a' });
  editor.store.update(editor.getCamera().id, (camera) => ({ ...camera, x: 99 }));
  expect(moves.since()).toBe(300);
  editor.updateInstanceState({ followingUserId: null });
  expect(moves.since()).toBe(300);
});

it('[SEALED-12] what the workshop does with it is none, until it is done', () => {
  moves.lead(600, () => editor.setCamera({ x: 10, y: 20, z: 1 }));
  expect(moves.since()).toBe(Infinity);
  now += 600;
  editor.setCamera({ x: 11, y: 20, z: 1 });
  expect(moves.since()).toBe(Infinity);
  now += 1;
  editor.setCamera({ x: 12, y: 20, z: 1 });
  expect(moves.since()).toBe(0);
});
