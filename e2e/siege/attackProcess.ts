/** Attackers in a process of their own, so that they take no time from those who measure: one order after the other over its channel. */
import { assault, type AssaultLimits } from './Attackers.ts';
import { attacks } from './attacks.ts';
import type { Target } from './Attacker.ts';

export interface Order {
  readonly target: Target;
  /** names of attacks */
  readonly names: readonly string[];
  readonly seconds: number;
  readonly untilBytes?: number;
  readonly seed: number;
}

export interface Done {
  readonly goes: ReadonlyArray<readonly [string, number]>;
  readonly sentBytes: number;
  readonly answers: ReadonlyArray<readonly [string, number]>;
}

process.on('message', (order: Order) => {
  const chosen = attacks.filter(({ name }) => order.names.includes(name));
  const limits: AssaultLimits = {
    goesEach: Infinity,
    untilMs: Date.now() + order.seconds * 1_000,
    ...(order.untilBytes !== undefined && { untilBytes: order.untilBytes }),
  };
  void assault(order.target, chosen, limits, order.seed).then(({ goes, sentBytes, answers }) =>
    process.send?.({ goes: [...goes], sentBytes, answers: [...answers] } satisfies Done),
  );
});
