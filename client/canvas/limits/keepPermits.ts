/**
 * Holds a participant's own hand back from drawings and notes that are locked or not part of the running step. What stands for
 * something of the map becomes a command, which is judged there; the server judges everything again (SESSION-20).
 */
import { react, type Editor, type TLShape, type TLShapeId } from '@tldraw/tldraw';
import type { PermitRefusal } from '#shared/wire/messages.ts';
import { lockKey, permitRefusal, type Permits, rightOfRecord } from '#shared/workshop/permits.ts';
import { isOfMap } from '../projected/isOfMap.ts';
import { refusalFor } from './refusalFor.ts';
import { toolRefusal } from './toolRefusal.ts';

export interface PermitsSetup {
  readonly editor: Editor;
  /** Null: nothing is limited. A signal, so that the tool in hand is looked at again when it changes. */
  readonly permits: () => Permits | null;
  readonly onRefused: (refusal: PermitRefusal) => void;
}

/** Starts holding; the returned function ends it. */
export function keepPermits({ editor, permits, onRefused }: PermitsSetup): () => void {
  const { sideEffects } = editor;
  const unwanted = new Set<TLShapeId>();
  let writing: TLShapeId | null = null;
  const refusalOf = (shape: TLShape): PermitRefusal | null => {
    const now = permits();
    if (now === null || isOfMap(shape.id, shape)) return null;
    return permitRefusal(now, lockKey.record(shape.id), rightOfRecord(shape.type));
  };
  const takeAway = (): void => {
    const ids = [...unwanted];
    editor.store.remove(ids.filter((id) => editor.store.has(id)));
    unwanted.clear();
  };
  const undo = [
    sideEffects.registerBeforeChangeHandler('shape', (before, after, source) => {
      const refusal = source === 'user' ? refusalOf(before) : null;
      if (refusal === null) return after;
      onRefused(refusal);
      return before;
    }),
    sideEffects.registerBeforeDeleteHandler('shape', (shape, source) => {
      const refusal = source === 'user' && !unwanted.has(shape.id) ? refusalOf(shape) : null;
      if (refusal === null) return undefined;
      onRefused(refusal);
      return false;
    }),
    sideEffects.registerAfterCreateHandler('shape', (shape, source) => {
      // Its own lock cannot be there yet, so this asks for the step and for a lock on everything.
      const refusal = source === 'user' ? refusalOf(shape) : null;
      if (refusal === null) return;
      if (unwanted.size === 0) queueMicrotask(takeAway);
      unwanted.add(shape.id);
      onRefused(refusal);
    }),
    react('what may not be changed is not opened for writing', () => {
      const id = editor.getEditingShapeId();
      if (id === writing) return;
      writing = id;
      const shape = id === null ? undefined : editor.getShape(id);
      const now = permits();
      // `keepWords` ends the writing; nobody would know why
      const refusal = shape === undefined || now === null ? null : refusalFor(now, shape);
      if (refusal !== null) onRefused(refusal);
    }),
    react('the tool in hand may make something just now', () => {
      const refusal = toolRefusal(permits(), editor.getCurrentToolId());
      if (refusal === null) return;
      onRefused(refusal);
      // tldraw must not change tools within a reaction.
      queueMicrotask(() => editor.setCurrentTool('select'));
    }),
  ];
  return () => undo.forEach((run) => run());
}
