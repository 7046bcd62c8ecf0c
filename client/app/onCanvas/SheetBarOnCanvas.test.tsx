// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { viewEditor, type ViewEditor } from '#client/canvas/projected/testing/viewEditor.ts';
import { groupShapeId, ideaShapeId, sheetShapeId } from '#client/canvas/sheet/sheetShapeIds.ts';
import { sheetCommands, withSheet } from '#client/canvas/sheet/testing/withSheet.ts';
import { showPanel, type ShownPanel } from '#client/testing/showPanel.tsx';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { SheetBarOnCanvas } from './SheetBarOnCanvas.tsx';

let panel: ShownPanel;
let board: ViewEditor;
afterEach(() => {
  panel.close();
  board.dispose();
});

async function show(): Promise<void> {
  const start = readTemplate('blank');
  if (!start) throw new Error('there is no such template');
  board = viewEditor(withSheet(start.map), start.asOf);
  panel = await showPanel(<SheetBarOnCanvas editor={board.editor} isDocked={false} />, { template: 'blank' });
  act(() => {
    panel.boardMap.run(...sheetCommands());
  });
  panel.draw();
}

const buttons = () =>
  [...panel.place.querySelectorAll('button')].map((one) => one.getAttribute('aria-label') ?? one.textContent);

describe('the bar of a sheet', () => {
  it('[SHEET-47] makes something of what is chosen on the canvas, groups several, and is gone when nothing is', async () => {
    await show();
    expect(buttons()).toEqual([]);
    act(() => {
      board.editor.select(groupShapeId('group0'));
      panel.selection.choose([{ collection: 'groups', id: 'group0' }]);
    });
    expect(buttons()).toEqual(['Make it an interest', 'More']);
    panel.click(panel.place.querySelector('button'));
    expect(panel.boardMap.map().interests.at(-1)?.source).toBe('groups/group0');
    expect(buttons()[0]).toMatch(/^Go there: /);
    act(() => {
      board.editor.select(ideaShapeId('idea0'), ideaShapeId('idea1'));
      panel.selection.choose(['idea0', 'idea1'].map((id) => ({ collection: 'ideas', id }) as const));
    });
    expect(buttons()).toEqual(['Make the 2 notes interests', 'Group', 'Move to group', 'More']);
    act(() => {
      board.editor.selectNone();
    });
    expect(buttons()).toEqual([]);
  });

  it('[SHEET-47] under a sheet stand its order and the way to its list', async () => {
    await show();
    act(() => {
      board.editor.select(sheetShapeId('sheet1'));
      panel.selection.choose([{ collection: 'sheets', id: 'sheet1' }]);
    });
    expect(buttons()).toEqual(['Tidy', 'Make the 2 groups interests', 'As a list']);
    panel.click(panel.place.querySelector('button:last-of-type'));
  });

  it('[SHEET-47] goes out of sight with its sheet, and comes back with it', async () => {
    await show();
    act(() => {
      board.editor.select(sheetShapeId('sheet1'));
      panel.selection.choose([{ collection: 'sheets', id: 'sheet1' }]);
    });
    expect(buttons()).toContain('Tidy');
    const { x, y, z } = board.editor.getCamera();
    const sheet = board.editor.getShapePageBounds(sheetShapeId('sheet1'));
    if (!sheet) throw new Error('no sheet');
    const { w, h } = board.editor.getViewportScreenBounds();
    const looksAt = (camera: { readonly x: number; readonly y: number }): void =>
      act(() => void board.editor.setCamera({ x: camera.x, y: camera.y, z: 1 }, { force: true }));
    // above it, beside it, and so that it only begins behind the tools
    looksAt({ x: -sheet.x, y: -sheet.y + h + 50 });
    expect(buttons()).toEqual([]);
    looksAt({ x: -sheet.x + w + 50, y: -sheet.y });
    expect(buttons()).toEqual([]);
    looksAt({ x: -sheet.x, y: -sheet.y + h - 80 });
    expect(buttons()).toEqual([]);
    act(() => void board.editor.setCamera({ x, y, z }, { force: true }));
    expect(buttons()).toContain('Tidy');
  });
});
