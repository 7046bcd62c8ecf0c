// @vitest-environment jsdom
import { Editor as TextEditor, type JSONContent } from '@tiptap/core';
import {
  createShapeId,
  tipTapDefaultExtensions,
  toRichText,
  type Editor,
  type TLContent,
  type TLRecord,
} from '@tldraw/tldraw';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { keepCaret } from './keepCaret.ts';
import { rememberMeasures } from './rememberMeasures.ts';
import { showInOpenInput } from './showInOpenInput.ts';
import { withoutForeign } from './paste/pasteContent.ts';

const rich = (text: string) => toRichText(text) as JSONContent;

describe('open text', () => {
  let editor: TextEditor | null = null;
  afterEach(() => editor?.destroy());
  const open = (text: string) => {
    const onUpdate = vi.fn();
    editor = new TextEditor({
      extensions: [...tipTapDefaultExtensions, keepCaret],
      content: rich(text),
      onUpdate,
    });
    return { text: editor, onUpdate };
  };
  const caret = () => editor?.state.selection.from;

  it("[BIND-4] others' words appear in an open editor, and the caret stays between the same letters", () => {
    const { text, onUpdate } = open('hello world');
    text.commands.setTextSelection(6); // after "hello"
    text.commands.setContent(rich('hello wide world'));
    expect([text.getText(), caret()]).toEqual(['hello wide world', 6]);
    text.commands.setContent(rich('oh hello wide world'));
    expect([text.getText(), caret()]).toEqual(['oh hello wide world', 9]);
    text.commands.setContent(rich('first\noh hello wide world'));
    expect(text.getText({ blockSeparator: '\n' })).toBe('first\noh hello wide world');
    expect(text.state.doc.textBetween(0, caret() ?? 0, '\n')).toBe('first\noh hello');
    expect(onUpdate).not.toHaveBeenCalled();
  });

  it("[BIND-4] a caret that was just moved stays where it is, though all was chosen before and others' words come first", () => {
    const { text } = open('Ride to work');
    document.body.append(text.view.dom);
    text.view.focus();
    text.commands.selectAll();
    const letters = text.view.dom.querySelector('p')?.firstChild ?? null;
    // as the browser moves it for a key, before it tells anybody
    document.getSelection()?.collapse(letters, 0);
    text.commands.setContent(rich('Ride to work and home'));
    text.commands.insertContent('F');
    expect(text.getText()).toBe('FRide to work and home');
    text.view.dom.remove();
  });

  it("[BIND-4] undo in an open editor takes back one's own words only", () => {
    const { text } = open('a');
    text.commands.insertContentAt(2, 'mine');
    text.commands.setContent(rich('theirs amine'));
    (text.commands as unknown as { undo(): boolean }).undo();
    expect(text.getText()).toBe('theirs a');
  });

  it("[BIND-4] others' words appear in the open input of a label with the selection kept", () => {
    const container = document.createElement('div');
    container.innerHTML = '<textarea class="tl-text-input"></textarea>';
    const input = container.querySelector('textarea') as HTMLTextAreaElement;
    input.value = 'label';
    input.setSelectionRange(5, 5);
    const id = createShapeId('arrow');
    const editing = { getEditingShapeId: () => id, getContainer: () => container } as unknown as Editor;
    const record = { id, typeName: 'shape', type: 'arrow', props: { text: 'the label!' } } as unknown as TLRecord;
    showInOpenInput(editing, [record]);
    expect([input.value, input.selectionStart]).toEqual(['the label!', 10]);
    input.setSelectionRange(4, 4);
    showInOpenInput(editing, [{ ...record, props: { text: 'the fine label!' } } as unknown as TLRecord]);
    expect([input.value, input.selectionStart]).toEqual(['the fine label!', 4]);
  });

  it('[BIND-15] of pasted tldraw content, what would load from elsewhere is left out', () => {
    const shape = (id: string, type: string, props: object = {}) => ({ id, typeName: 'shape', type, props });
    const content = {
      schema: {},
      rootShapeIds: ['shape:a', 'shape:b', 'shape:c', 'shape:d'],
      shapes: [
        shape('shape:a', 'geo'),
        shape('shape:b', 'embed', { url: 'https://x.example' }),
        shape('shape:c', 'image', { assetId: 'asset:1' }),
        shape('shape:d', 'image', { assetId: 'asset:2' }),
      ],
      assets: [
        { id: 'asset:1', type: 'image', props: { src: 'https://tracker.example/p.png' } },
        { id: 'asset:2', type: 'image', props: { src: 'asset:0123' } },
      ],
      bindings: [{ fromId: 'shape:a', toId: 'shape:b' }],
    } as unknown as TLContent;
    const kept = withoutForeign(content);
    expect(kept.shapes.map((each) => each.id)).toEqual(['shape:a', 'shape:d']);
    expect(kept.rootShapeIds).toEqual(['shape:a', 'shape:d']);
    expect(kept.assets.map((asset) => asset.id)).toEqual(['asset:2']);
    expect(kept.bindings).toEqual([]);
  });

  it('short texts are measured once until a font has loaded, long ones each time', () => {
    const fonts = new EventTarget();
    Object.defineProperty(document, 'fonts', { value: fonts, configurable: true });
    const measureText = vi.fn(() => ({ x: 0, y: 0, w: 1, h: 1, scrollWidth: 1 }));
    const measuring = { textMeasure: { measureText } } as unknown as Editor;
    const undo = rememberMeasures(measuring);
    const measure = (text: string, size: number) =>
      measuring.textMeasure.measureText(text, { fontSize: size } as never);
    expect([measure('i', 1), measure('i', 1), measure('i', 2)]).toHaveLength(3);
    expect(measureText).toHaveBeenCalledTimes(2);
    fonts.dispatchEvent(new Event('loadingdone'));
    measure('i', 1);
    expect(measureText).toHaveBeenCalledTimes(3);
    measure('x'.repeat(50), 1);
    measure('x'.repeat(50), 1);
    expect(measureText).toHaveBeenCalledTimes(5);
    undo();
    measure('i', 1);
    measure('i', 1);
    expect(measureText).toHaveBeenCalledTimes(7);
  });
});
