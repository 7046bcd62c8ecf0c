// @vitest-environment jsdom
import { createShapeId } from '@tldraw/tldraw';
import { afterEach, describe, expect, it } from 'vitest';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { cardShapeId } from './frame/frameShapeIds.ts';
import { panByFinger } from './panByFinger.ts';
import { viewEditor, type ViewEditor } from './projected/testing/viewEditor.ts';

const opened: ViewEditor[] = [];
afterEach(() => {
  for (const one of opened.splice(0)) one.dispose();
});

function open(isCoarsePointer: boolean): ViewEditor {
  const template = readTemplate('employment');
  if (template === null) throw new Error('there is no such template');
  const made = viewEditor(template.map, template.asOf);
  opened.push(made);
  made.editor.updateInstanceState({ isCoarsePointer });
  panByFinger(made.editor);
  return made;
}

const card = cardShapeId('first-valley-bank', 'money');
const by = { x: 60, y: 40 };
const away = ({ x, y }: { readonly x: number; readonly y: number }) => ({ x: x + by.x, y: y + by.y });

describe('a drag under a finger', () => {
  it('[FRAME-91] that begins on a card which is not chosen moves the board, and nothing on it', () => {
    const { editor, middle, drag, commands } = open(true);
    const [before, camera] = [middle(card), editor.getCamera()];
    drag(before, away(before));
    expect(commands).toEqual([]);
    expect(middle(card)).toEqual(before);
    expect(editor.getSelectedShapeIds()).toEqual([]);
    const { x, y } = editor.getCamera();
    expect(Math.hypot(x - camera.x, y - camera.y)).toBeGreaterThan(10);
    expect(editor.isIn('select.idle')).toBe(true);
  });

  it('[FRAME-91] that begins on one which a tap has chosen moves the card', () => {
    const { editor, middle, click, drag, commands } = open(true);
    const camera = editor.getCamera();
    click(middle(card));
    expect(editor.getSelectedShapeIds()).toEqual([card]);
    expect(editor.getEditingShapeId()).toBeNull();
    drag(middle(card), away(middle(card)));
    expect(commands).not.toEqual([]);
    expect(editor.getCamera()).toEqual(camera);
  });

  it('[FRAME-91] leaves a note where it is, too, unless it was held for a moment', () => {
    const { editor, drag, hand } = open(true);
    const note = createShapeId();
    editor.createShape({ id: note, type: 'note', x: -1500, y: -1500 });
    const at = () => editor.getShapePageBounds(note)?.center ?? { x: 0, y: 0 };
    const before = { x: at().x, y: at().y };
    drag(before, away(before));
    expect(at()).toMatchObject(before);
    const { x, y } = editor.pageToScreen(before);
    const keys = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, accelKey: false };
    const press = {
      type: 'pointer',
      target: 'canvas',
      point: { x, y, z: 0.5 },
      pointerId: 1,
      button: 0,
      isPen: false,
    } as const;
    for (const name of ['pointer_move', 'pointer_down', 'long_press'] as const)
      editor.dispatch({ ...press, ...keys, name });
    hand.hover(away(before));
    hand.letGo(away(before));
    expect(at().x).toBeGreaterThan(before.x + 20);
    expect(editor.getSelectedShapeIds()).toEqual([note]);
  });

  it('[FRAME-91] of a mouse moves what is under it, chosen or not', () => {
    const { middle, drag, commands } = open(false);
    drag(middle(card), away(middle(card)));
    expect(commands).not.toEqual([]);
  });
});
