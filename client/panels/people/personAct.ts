/** What a facilitator is about to do with a person of the panel, and what they have decided. */
export interface PersonAct {
  readonly person: string;
  readonly what: 'remove' | 'promote' | 'takeBack' | 'handOver' | 'acts';
}

export type PersonAnswer = Exclude<PersonAct['what'], 'acts'> | 'keepOut';
