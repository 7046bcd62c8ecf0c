/** A record as people's boards hold it: a sticky note of the canvas, moved by its `pos` field. */
import * as Y from 'yjs';
import { writeRecord } from '#shared/board/record.ts';
import { noteRecord } from '../noteRecord.ts';

export function createRecord(canvas: Y.Map<unknown>, name: string, index = 0): void {
  const at = { x: (index % 100) * 220, y: Math.floor(index / 100) * 220 };
  writeRecord(canvas, noteRecord(`shape:${name}`, `Note ${index}`, at));
}

/** One step of a drag: one field, one clock. */
export function moveRecord(canvas: Y.Map<unknown>, name: string, step: number): void {
  const entry = canvas.get(`shape:${name}`);
  if (entry instanceof Y.Map) entry.set('pos', [100.5 + (step % 900), 200.25 + ((step * 3) % 700), 0]);
}
