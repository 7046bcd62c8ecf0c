/** Many attackers at once, each with an address of their own, going on until they are told to stop. */
import { setTimeout as wait } from 'node:timers/promises';
import { createRandom, type Random } from '#shared/testing/random.ts';
import { Attacker, type Target } from './Attacker.ts';
import type { Attack } from './attacks.ts';

export interface Assault {
  /** how often each kind of attack was carried out */
  readonly goes: ReadonlyMap<string, number>;
  readonly sentBytes: number;
  /** what came back, and how often */
  readonly answers: ReadonlyMap<string, number>;
}

export interface AssaultLimits {
  /** goes of each attack; Infinity: as many as the time allows */
  readonly goesEach: number;
  readonly untilMs?: number;
  readonly untilBytes?: number;
}

/** Attackers sit at so many addresses, one of them that of the honest people. */
const addresses = 40;
export const roomAddress = '192.0.2.1';

/** Carries them out beside each other, each of them one go after the other. */
export async function assault(
  target: Target,
  attacks: readonly Attack[],
  limits: AssaultLimits,
  seed: number,
): Promise<Assault> {
  const random = createRandom(seed);
  const goes = new Map<string, number>();
  const answers = new Map<string, number>();
  const sum = { bytes: 0 };
  const isOver = (): boolean =>
    (limits.untilMs !== undefined && Date.now() >= limits.untilMs) ||
    (limits.untilBytes !== undefined && sum.bytes >= limits.untilBytes);
  const goOn = async (attack: Attack, own: Random): Promise<void> => {
    for (let go = 0; go < limits.goesEach && !isOver(); go++) {
      const attacker = new Attacker(target, own.fork(), addressOf(own));
      await attack.act(attacker);
      // what was sent last is still read: a line that is cut at once would hide it
      await wait(5);
      attacker.leave();
      sum.bytes += attacker.sentBytes;
      goes.set(attack.name, (goes.get(attack.name) ?? 0) + 1);
      for (const [answer, times] of attacker.answers) answers.set(answer, (answers.get(answer) ?? 0) + times);
    }
  };
  await Promise.all(attacks.map((attack) => goOn(attack, random.fork())));
  return { goes, sentBytes: sum.bytes, answers };
}

function addressOf(random: Random): string {
  const at = random.below(addresses);
  return at === 0 ? roomAddress : `198.51.100.${at}`;
}
