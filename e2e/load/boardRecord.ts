/** A record as people's boards hold it: a sticky note of the canvas, moved by its `pos` field. */
import * as Y from 'yjs';
import { writeRecord } from '#shared/board/record.ts';

const wholeNote = (id: string, index: number) => ({
  id,
  typeName: 'shape',
  type: 'note',
  x: (index % 100) * 220,
  y: Math.floor(index / 100) * 220,
  rotation: 0,
  index: 'a1',
  parentId: 'page:page',
  isLocked: false,
  opacity: 1,
  props: {
    color: 'yellow',
    labelColor: 'black',
    size: 'm',
    font: 'draw',
    fontSizeAdjustment: 0,
    align: 'middle',
    verticalAlign: 'middle',
    growY: 0,
    url: '',
    scale: 1,
    richText: {
      type: 'doc',
      content: [{ type: 'paragraph', content: [{ type: 'text', text: `Note ${index}` }] }],
    },
  },
  meta: {},
});

export function createRecord(canvas: Y.Map<unknown>, name: string, index = 0): void {
  writeRecord(canvas, wholeNote(`shape:${name}`, index));
}

/** One step of a drag: one field, one clock. */
export function moveRecord(canvas: Y.Map<unknown>, name: string, step: number): void {
  const entry = canvas.get(`shape:${name}`);
  if (entry instanceof Y.Map) entry.set('pos', [100.5 + (step % 900), 200.25 + ((step * 3) % 700), 0]);
}
