import { expect, it } from 'vitest';
import { Emitter } from './Emitter.ts';

it('tells whoever still listens, and one who came twice only once', () => {
  const emitter = new Emitter<[name: string]>();
  const heard: string[] = [];
  const listen = (name: string): void => void heard.push(name);
  const stop = emitter.on(listen);
  emitter.on(listen);
  emitter.on((name) => heard.push(`${name} too`));
  emitter.tell('Ana');
  expect(heard).toEqual(['Ana', 'Ana too']);
  stop();
  emitter.tell('Ben');
  expect(heard.slice(2)).toEqual(['Ben too']);
  emitter.clear();
  emitter.tell('Eve');
  expect(heard).toHaveLength(3);
});

it('does not tell a listener that an earlier one has just taken away', () => {
  const emitter = new Emitter();
  const heard: string[] = [];
  emitter.on(() => stop());
  const stop = emitter.on(() => heard.push('gone'));
  emitter.tell();
  expect(heard).toEqual([]);
});
