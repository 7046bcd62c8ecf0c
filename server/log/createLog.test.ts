import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createLog } from './createLog.ts';

function logged(error: unknown): Record<string, unknown> {
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      lines.push(chunk.toString());
      done();
    },
  });
  createLog({ level: 'info', destination }).error('room.fault', { board: 'b' }, error);
  return JSON.parse(lines.join('')) as Record<string, unknown>;
}

describe('the log', () => {
  it('[OPS-5] names what led to an error, without quoting what somebody wrote', () => {
    const cause = new RangeError('at "the words of a note"');
    const line = logged(new Error('Applying failed', { cause }));
    expect(line).toMatchObject({ event: 'room.fault', board: 'b', error: 'Error', reason: 'Applying failed' });
    expect(line['stack']).toMatch(/Caused by RangeError\n {4}at /);
    expect(JSON.stringify(line)).not.toContain('the words of a note');
  });

  it('[OPS-5] ends where a cause names itself', () => {
    const error = new Error('round and round');
    error.cause = error;
    expect(logged(error)['reason']).toBe('round and round');
  });
});
