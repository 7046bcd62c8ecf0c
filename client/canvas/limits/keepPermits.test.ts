// @vitest-environment jsdom
import { createShapeId, type TLShapeId } from '@tldraw/tldraw';
import { afterEach, describe, expect, it } from 'vitest';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { lockKey, type Permits } from '#shared/workshop/permits.ts';
import { viewEditor, type ViewEditor } from '../projected/testing/viewEditor.ts';
import { hasStyles } from '../NamedStylePanel.tsx';
import { interestShapeId } from '../frame/frameShapeIds.ts';
import { keepPermits } from './keepPermits.ts';
import { toolRefusal } from './toolRefusal.ts';
import { permitsSignal } from './permitsSignal.ts';

const opened: ViewEditor[] = [];
afterEach(() => {
  for (const frame of opened.splice(0)) frame.dispose();
});

const free: Permits = { locks: new Set(), lockedAll: false, tools: null, skeleton: null };

function open() {
  const template = readTemplate('employment');
  if (template === null) throw new Error('there is no such template');
  const frame = viewEditor(template.map, template.asOf);
  opened.push(frame);
  const signal = permitsSignal();
  const refused: string[] = [];
  keepPermits({ editor: frame.editor, permits: signal.get, onRefused: (refusal) => refused.push(refusal) });
  const add = (type: 'note' | 'geo', x = 0): TLShapeId => {
    const id = createShapeId();
    frame.editor.createShape({ id, type, x, y: 0 });
    return id;
  };
  return { ...frame, signal, refused, add };
}

describe('keepPermits', () => {
  it('[SESSION-21] a locked note stays where it is and stays there, beside one that moves', () => {
    const { editor, signal, refused, add } = open();
    const [held, loose] = [add('note'), add('note', 500)];
    signal.set({ ...free, locks: new Set([lockKey.record(held)]) });
    editor.select(held, loose);
    editor.nudgeShapes([held, loose], { x: 40, y: 0 });
    expect(editor.getShape(held)?.x).toBe(0);
    expect(editor.getShape(loose)?.x).toBe(540);
    editor.deleteShapes([held, loose]);
    expect(editor.getShape(held)).toBeDefined();
    expect(editor.getShape(loose)).toBeUndefined();
    expect(new Set(refused)).toEqual(new Set(['locked']));
  });

  it('[SESSION-20] a drawing in a step without drawings goes away again, a note stays', async () => {
    const { editor, signal, refused, add } = open();
    signal.set({ ...free, tools: new Set(['notes']) });
    const [note, drawing] = [add('note'), add('geo', 300)];
    await Promise.resolve();
    expect(editor.getShape(note)).toBeDefined();
    expect(editor.getShape(drawing)).toBeUndefined();
    expect(refused).toEqual(['step']);
  });

  it('[SESSION-20] a tool that the step does not include is put down when the step begins and when it is taken up', async () => {
    const { editor, signal } = open();
    editor.setCurrentTool('draw');
    signal.set({ ...free, tools: new Set(['people']) });
    await Promise.resolve();
    expect(editor.getCurrentToolId()).toBe('select');
    editor.setCurrentTool('note');
    await Promise.resolve();
    expect(editor.getCurrentToolId()).toBe('select');
    editor.setCurrentTool('organization');
    await Promise.resolve();
    expect(editor.getCurrentToolId()).toBe('organization');
  });

  it('[SESSION-25] while the skeleton is closed there is no tool for interests, and a word says why one cannot be renamed', async () => {
    const { editor, signal, refused } = open();
    const closed: Permits = { ...free, skeleton: new Set() };
    signal.set(closed);
    expect(['interest', 'organization', 'note', 'draw'].map((tool) => toolRefusal(closed, tool))).toEqual([
      'skeleton',
      null,
      null,
      null,
    ]);
    editor.setCurrentTool('interest');
    await Promise.resolve();
    expect(editor.getCurrentToolId()).toBe('select');
    editor.setEditingShape(interestShapeId('adult-skills'));
    expect(refused).toEqual(['skeleton', 'skeleton']);
    editor.setEditingShape(null);
    signal.set({ ...free, skeleton: new Set(['interests']) });
    editor.setCurrentTool('interest');
    await Promise.resolve();
    expect(editor.getCurrentToolId()).toBe('interest');
    editor.setCurrentTool('select');
    editor.setEditingShape(interestShapeId('adult-skills'));
    expect(refused).toHaveLength(2);
  });

  it('[STEP-6] styles are offered for what a press would change, and not for what is locked or left out', () => {
    const { editor, add } = open();
    const [held, loose] = [add('note'), add('note', 500)];
    const locks: Permits = { ...free, locks: new Set([lockKey.record(held)]) };
    editor.select(held);
    expect([hasStyles(editor, null), hasStyles(editor, free), hasStyles(editor, locks)]).toEqual([true, true, false]);
    expect(hasStyles(editor, { ...free, tools: new Set(['draw']) })).toBe(false);
    editor.select(held, loose);
    expect(hasStyles(editor, locks)).toBe(true);
    editor.toggleLock([held]);
    editor.select(held);
    expect(hasStyles(editor, null)).toBe(false);
    editor.select(interestShapeId('adult-skills'));
    expect(hasStyles(editor, null)).toBe(false);
    editor.setCurrentTool('draw');
    expect(hasStyles(editor, null)).toBe(true);
  });

  it('[SESSION-21] what comes from others is shown, also when it is locked here', () => {
    const { editor, signal, add } = open();
    const held = add('note');
    signal.set({ ...free, lockedAll: true });
    editor.store.mergeRemoteChanges(() => editor.store.update(held, (shape) => ({ ...shape, x: 77 })));
    expect(editor.getShape(held)?.x).toBe(77);
  });
});
