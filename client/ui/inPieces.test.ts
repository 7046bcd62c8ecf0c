import { expect, it } from 'vitest';
import { runInPieces, type KeyedQueue } from './inPieces.ts';

/** A clock that each step moves on. */
function stage() {
  let time = 0;
  const due: (() => void)[] = [];
  const turns: KeyedQueue = {
    nowMs: () => time,
    nextTurn: (run) => {
      due.push(run);
      return () => void due.splice(due.indexOf(run), 1);
    },
  };
  function* work(steps: number, msEach: number): Generator<number, string> {
    for (let step = 1; step <= steps; step++) {
      time += msEach;
      yield step;
    }
    return 'done';
  }
  return { turns, work, due, turn: () => due.splice(0).forEach((run) => run()) };
}

it('[CSV-13] does what is short at once', () => {
  const { turns, work, due } = stage();
  const done: string[] = [];
  runInPieces(work(24, 5), { onDone: (result) => done.push(result) }, turns);
  expect([done, due]).toEqual([['done'], []]);
});

it('[CSV-13] leaves the page a turn after each 12 ms of work, says where it is, and ends', () => {
  const { turns, work, due, turn } = stage();
  const heard: unknown[] = [];
  runInPieces(work(110, 0.25), { onStep: (step) => heard.push(step), onDone: (result) => heard.push(result) }, turns);
  expect(heard).toEqual([48]);
  turn();
  expect(heard).toEqual([48, 96]);
  turn();
  expect(heard).toEqual([48, 96, 'done']);
  expect(due).toEqual([]);
});

it('[CSV-13] what is given up is not heard of again', () => {
  const { turns, work, due } = stage();
  const heard: unknown[] = [];
  const stop = runInPieces(work(30, 1), { onDone: (result) => heard.push(result) }, turns);
  stop();
  expect([heard, due]).toEqual([[], []]);
});
