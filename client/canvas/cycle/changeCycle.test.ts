// @vitest-environment jsdom
import { createShapeId, type TLPageId, type TLShapeId } from '@tldraw/tldraw';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import type { CycleLayout } from '#shared/views/cycle/CycleLayout.ts';
import type { Stage } from '#shared/kinds/values.ts';
import { isOfMap } from '../projected/isOfMap.ts';
import { expectSnapped } from '../projected/testing/expectSnapped.ts';
import { viewEditor, viewPage, type ViewEditor } from '../projected/testing/viewEditor.ts';
import { emptyNote } from './emptyProps.ts';
import { cycleView } from './cycleView.ts';

let board: ViewEditor;
beforeEach(() => {
  const start = readTemplate('employment');
  if (!start) throw new Error('there is no such template');
  board = viewEditor(start.map, start.asOf);
});
afterEach(() => board.dispose());

const note = (id: string) => board.map().notes.find((one) => one.id === id);
const stageOrder = (stage: string, round = 2) =>
  board
    .map()
    .notes.filter((one) => one.stage === stage && one.iteration === round)
    .map(({ id }) => id);
const layout = () => board.projection('cycle').layout as CycleLayout;
/** The middle of the spot for the next note of a stage in the open round. */
function spot(stage: Stage): { x: number; y: number } {
  const round = layout().rounds.find((one) => one.isOpen);
  const next = round?.quarters.find((one) => one.stage === stage)?.next;
  if (!next) throw new Error(`no spot in ${stage}`);
  return { x: next.x + next.width / 2, y: next.y + next.height / 2 };
}
const ofCycle = () => board.shown().filter(({ id }) => cycleView.ids.test(id));

describe('the cycle on the canvas', () => {
  it('[CYCLE-10] rounds, quarters, notes, experiments and lines are shapes with ids of the map', () => {
    expectSnapped(board);
    expect(board.shape('shape:note.s201')).toMatchObject({ type: 'stage-note', props: { stage: 'solution_finding' } });
    expect(board.shape('shape:experiment.e3')?.props).toMatchObject({ status: 'running', isLate: false });
    expect(board.shape('shape:experiment.e5')?.props).toMatchObject({ isLate: true });
    expect(board.shape('shape:link.buildsOn~p202~a103')).toBeDefined();
    expect(board.shape('shape:stage.2~solution_finding')?.props).toMatchObject({ count: 5 });
    expect(board.shape('shape:round.1')?.props).toMatchObject({ isOpen: false, ratio: 0.5 });
  });

  it('[CYCLE-11] a note dropped in another quarter has that stage; within its quarter it takes the nearest place', () => {
    board.drag(board.middle('shape:note.s203'), spot('interpreting_hypothesizing'));
    expect(note('s203')?.stage).toBe('interpreting_hypothesizing');
    expect(stageOrder('interpreting_hypothesizing')).toEqual(['h201', 'h202', 'h203', 's203']);
    board.drag(board.middle('shape:note.p205'), board.middle('shape:note.p202'));
    expect(stageOrder('problem_defining')).toEqual(['p201', 'p205', 'p202', 'p203', 'p204', 'p206']);
    expectSnapped(board);
    expect(board.middle('shape:note.p205').x).not.toBe(board.middle('shape:note.p202').x);
  });

  it('[CYCLE-11] dropped outside, on the middle or in a closed round it goes back, and people are told', () => {
    const before = board.middle('shape:note.p201');
    board.drag(before, { x: before.x - 900, y: before.y - 400 });
    expect(board.hints).toEqual(['noteNeedsQuarter']);
    expect(board.middle('shape:note.p201')).toEqual(before);
    board.drag(before, board.middle('shape:note.p101'));
    expect(board.hints).toEqual(['noteNeedsQuarter', 'roundClosed']);
    board.drag(board.middle('shape:note.p101'), before);
    expect(board.hints).toEqual(['noteNeedsQuarter', 'roundClosed', 'roundClosed']);
    expect(note('p101')?.iteration).toBe(1);
    expect(board.commands).toEqual([]);
    expectSnapped(board);
  });

  it("[CYCLE-12] tldraw's note put down in a quarter becomes a note of that stage and is written at once", () => {
    const count = board.map().notes.length;
    board.editor.setCurrentTool('note');
    board.click(spot('analyzing_reflecting'));
    expect(board.map().notes).toHaveLength(count + 1);
    const added = board.map().notes.at(-1);
    expect(added).toMatchObject({ stage: 'analyzing_reflecting', iteration: 2, text: '' });
    expect(board.editor.getEditingShapeId()).toBe(`shape:note.${added?.id}`);
    expect(board.editor.getCurrentPageShapes().filter(({ type }) => type === 'note')).toEqual([]);
    expectSnapped(board);
  });

  it("[CYCLE-12] outside of the cycle and in a closed round tldraw's note stays what it is", () => {
    for (const at of [{ x: 100, y: 100 }, board.middle('shape:note.p101')]) {
      board.editor.setCurrentTool('note');
      board.click(at);
      board.editor.complete();
    }
    expect(board.editor.getCurrentPageShapes().filter(({ type }) => type === 'note')).toHaveLength(2);
    expect(board.commands).toEqual([]);
  });

  it('[CYCLE-12] a spot makes a note, on the way of the experiments an experiment', () => {
    const { editor } = board;
    const at = spot('solution_finding');
    const { w, h } = emptyNote;
    editor.createShape({ id: createShapeId(), type: 'stage-note', x: at.x - w / 2, y: at.y - h / 2, props: emptyNote });
    board.keeper.settle();
    expect(stageOrder('solution_finding')).toHaveLength(6);
    const lane = layout().rounds[0]?.nextExperiment;
    if (!lane) throw new Error('there is no spot for an experiment');
    editor.createShape({ id: createShapeId(), type: 'experiment-card', x: lane.x, y: lane.y });
    board.keeper.settle();
    expect(board.map().experiments.at(-1)).toMatchObject({ iteration: 2, title: '', status: 'proposed' });
    expectSnapped(board);
  });

  it('[CYCLE-13] writing keeps what others wrote meanwhile in the same note', () => {
    const { editor } = board;
    const id = 'shape:note.s203' as TLShapeId;
    editor.updateShape({ id, type: 'stage-note', props: { text: 'A hiring fair on the East Side, in May.' } });
    // the map of this moment has somebody else's word already, the shape has not
    board.commands.length = 0;
    const before = note('s203')?.text ?? '';
    board.map().notes.forEach(() => {});
    board.run({ type: 'edit', collection: 'notes', id: 's203', fields: { text: `Big: ${before}` } });
    board.keeper.settle();
    expect(note('s203')?.text).toBe('Big: A hiring fair on the East Side, in May.');
    expect(board.shape(id)?.props.text).toBe('Big: A hiring fair on the East Side, in May.');
  });

  it('[CYCLE-14] deleting a note, an experiment or a line removes just that; rounds and quarters stay', () => {
    const { editor } = board;
    editor.deleteShapes(['shape:note.s203', 'shape:link.buildsOn~s201~h201'] as TLShapeId[]);
    board.keeper.settle();
    expect(note('s203')).toBeUndefined();
    expect(note('s201')?.links).toEqual([]);
    editor.deleteShapes(['shape:experiment.e5', 'shape:link.hypothesis~e3~h201'] as TLShapeId[]);
    board.keeper.settle();
    expect(board.map().experiments.map(({ id }) => id)).toEqual(['e1', 'e2', 'e3', 'e4']);
    expect(board.map().experiments[2]?.hypothesis_note_id).toBeNull();
    editor.deleteShapes(['shape:round.2', 'shape:stage.2~problem_defining'] as TLShapeId[]);
    board.keeper.settle();
    expect(board.map().iterations).toHaveLength(2);
    expect(board.hints).toEqual(['roundStays']);
    expectSnapped(board);
  });

  it('[CYCLE-14] a note that is deleted with a line of its own goes in one act', () => {
    board.editor.deleteShapes(['shape:note.s201', 'shape:link.buildsOn~s201~h201'] as TLShapeId[]);
    board.keeper.settle();
    expect(board.commands).toEqual([{ type: 'remove', collection: 'notes', id: 's201' }]);
    expectSnapped(board);
  });

  it('[CYCLE-15] a copy of a note says the same where it was put', () => {
    board.drag(board.middle('shape:note.s202'), board.middle('shape:note.h202'), { altKey: true });
    const copy = board.map().notes.find((one) => one.id === 'new-1');
    expect(copy).toMatchObject({
      text: 'Child care vouchers that start on day one.',
      stage: 'interpreting_hypothesizing',
      level: 'system',
      votes: null,
    });
    expect(note('s202')?.stage).toBe('solution_finding');
    expect(stageOrder('interpreting_hypothesizing')).toEqual(['h201', 'new-1', 'h202', 'h203']);
    expectSnapped(board);
  });

  it('[CYCLE-23] a copied page, a deleted page and notes sent to another page leave the map as it is', async () => {
    const { editor } = board;
    const before = board.map();
    const copy = 'page:copy' as TLPageId;
    editor.duplicatePage(viewPage, copy);
    board.keeper.settle();
    expect(board.map()).toBe(before);
    expect(editor.getCurrentPageShapes().filter((shape) => isOfMap(shape.id, shape))).toEqual([]);
    editor.setCurrentPage(viewPage);
    editor.moveShapesToPage(['shape:note.p201', 'shape:note.s201'] as TLShapeId[], copy);
    board.keeper.settle();
    expect(board.map()).toBe(before);
    editor.deletePage(viewPage);
    // the shapes go behind their page
    editor.store.remove(board.shown().map(({ id }) => id));
    board.keeper.settle();
    expect(board.map()).toBe(before);
    editor.createPage({ id: viewPage, name: 'Page 1' });
    await Promise.resolve();
    expectSnapped(board);
  });

  it('[CYCLE-16] an arrow from note to note becomes a line of the map: the later one builds on the earlier one', () => {
    board.editor.setCurrentTool('arrow');
    board.drag(board.middle('shape:note.p203'), board.middle('shape:note.s203'));
    expect(note('s203')?.links).toEqual(['p203']);
    expect(note('p203')?.links).toEqual([]);
    expect(board.shape('shape:link.buildsOn~s203~p203')).toBeDefined();
    expect(board.editor.getCurrentPageShapes().filter(({ type }) => type === 'arrow')).toEqual([]);
    expect(board.hints).toEqual(['linked']);
    board.editor.setCurrentTool('arrow');
    board.drag(board.middle('shape:note.s203'), board.middle('shape:experiment.e5'));
    expect(note('s203')?.evidence).toBe('experiment:e5');
    expectSnapped(board);
  });

  it('[CYCLE-16] an arrow that ends elsewhere stays a drawing', () => {
    board.editor.setCurrentTool('arrow');
    board.drag(board.middle('shape:note.p203'), { x: 100, y: 100 });
    expect(board.editor.getCurrentPageShapes().filter(({ type }) => type === 'arrow')).toHaveLength(1);
    expect(board.commands).toEqual([]);
  });

  it('[CYCLE-16] a line pulled out of a note by its handle joins what it is let go on', () => {
    const { editor } = board;
    editor.select('shape:note.h203' as TLShapeId);
    const shape = board.shape('shape:note.h203');
    const [handle] = editor.getShapeHandles('shape:note.h203' as TLShapeId) ?? [];
    if (!shape || !handle) throw new Error('a chosen note has a handle');
    const point = editor.pageToScreen({ x: shape.x + handle.x, y: shape.y + handle.y });
    const plain = { shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, accelKey: false };
    editor.dispatch({
      type: 'pointer',
      target: 'handle',
      name: 'pointer_down',
      shape: editor.getShape(shape.id)!,
      handle,
      point: { ...point, z: 0.5 },
      pointerId: 1,
      button: 0,
      isPen: false,
      ...plain,
    });
    board.hand.letGo(board.middle('shape:note.p201'));
    board.keeper.settle();
    expect(note('h203')?.links).toEqual(['p204', 'p201']);
    expect(board.shape('shape:note.h203')?.props).toMatchObject({ pull: null });
    expect(board.hints).toEqual(['linked']);
  });

  it('[CYCLE-17] arrow keys walk a note through its quarter, with Shift from quarter to quarter', () => {
    board.editor.select('shape:note.p202' as TLShapeId);
    board.key('ArrowRight', 'ArrowRight');
    expect(stageOrder('problem_defining').slice(0, 3)).toEqual(['p201', 'p203', 'p202']);
    board.key('ArrowUp', 'ArrowUp');
    expect(stageOrder('problem_defining').slice(0, 3)).toEqual(['p201', 'p202', 'p203']);
    board.hand.press('Shift', 'ShiftLeft', { shiftKey: true });
    board.key('ArrowRight', 'ArrowRight', { shiftKey: true });
    expect(stageOrder('interpreting_hypothesizing').at(-1)).toBe('p202');
    board.key('ArrowLeft', 'ArrowLeft', { shiftKey: true });
    board.hand.release('Shift', 'ShiftLeft');
    expect(stageOrder('problem_defining').at(-1)).toBe('p202');
    expectSnapped(board);
  });

  it('[CYCLE-18] size, turn and order cannot be changed by hand; the eraser passes over', () => {
    const { editor } = board;
    const before = editor.getShape('shape:note.p201' as TLShapeId);
    editor.updateShape({ id: 'shape:note.p201' as TLShapeId, type: 'stage-note', rotation: 1, props: { w: 900 } });
    editor.sendToBack(['shape:note.p201' as TLShapeId]);
    board.keeper.settle();
    expect(editor.getShape('shape:note.p201' as TLShapeId)).toEqual(before);
    editor.setCurrentTool('eraser');
    const at = board.middle('shape:note.p201');
    board.drag({ x: at.x - 30, y: at.y }, { x: at.x + 30, y: at.y });
    expect(note('p201')).toBeDefined();
  });

  it('[CYCLE-19] a double click asks for the details', () => {
    const at = board.middle('shape:experiment.e4');
    board.hand.click(at);
    board.hand.click(at);
    board.editor.emit('tick', 16);
    expect(board.inspected).toEqual([{ collection: 'experiments', id: 'e4' }]);
  });

  it('[CYCLE-20] the running stage is lit in open rounds, the others step back; nobody is lit while people roam', () => {
    const lights = () =>
      ['problem_defining', 'solution_finding'].map((stage) => {
        const props = board.shape(`shape:stage.2~${stage}`)?.props;
        return props && 'light' in props ? props.light : undefined;
      });
    expect(lights()).toEqual(['none', 'none']);
    board.light('solution_finding');
    expect(lights()).toEqual(['dim', 'lit']);
    expect(board.shape('shape:stage.1~solution_finding')?.props).toMatchObject({ light: 'none' });
    board.light(null);
    expect(lights()).toEqual(['none', 'none']);
  });

  it('[CYCLE-21] without a round there is nothing on the canvas; the first round brings the circle for everybody', () => {
    board.dispose();
    const blank = readTemplate('blank');
    if (!blank) throw new Error('there is no such template');
    board = viewEditor(blank.map, blank.asOf);
    expect(ofCycle()).toEqual([]);
    board.run({ type: 'startRound', fields: {} });
    expect(ofCycle()).toHaveLength(5);
  });
});
