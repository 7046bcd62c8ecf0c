/** All rules: what is said about them (data) and what they do (functions), in table order. */
import { actionRules } from './actionRules.ts';
import { cycleRules } from './cycleRules.ts';
import { experimentRules } from './experimentRules.ts';
import type { Rule } from './Finding.ts';
import { frameRules } from './frameRules.ts';
import { goalRules } from './goalRules.ts';
import { representativeRules } from './representativeRules.ts';
import facts from './rules.json' with { type: 'json' };
import { structureRules } from './structureRules.ts';
import { systemRules } from './systemRules.ts';
import { trustRules } from './trustRules.ts';

export interface RuleFacts {
  readonly id: string;
  /** as the table says it; a rule may raise or lower it by its subject */
  readonly severity: string;
  /** core or later */
  readonly priority: string;
  /** frame, the number of the article's point, or all */
  readonly point: string;
  /** where the idea comes from: A = the article, F = a field source, D = own design */
  readonly basis: string;
  readonly when: string;
  readonly needs: string;
}

/** Facts of all rules, in table order. */
export const ruleFacts: readonly RuleFacts[] = facts;

/** Rule id -> function. */
export const rules: Readonly<Record<string, Rule>> = {
  ...frameRules,
  ...goalRules,
  ...systemRules,
  ...representativeRules,
  ...structureRules,
  ...experimentRules,
  ...trustRules,
  ...cycleRules,
  ...actionRules,
};
