/** What every Store promises, as tests. Each implementation calls `storeContract` from its own test file. */
import { afterEach, beforeEach, describe } from 'vitest';
import { actPromises } from './actPromises.ts';
import { agendaPromises } from './agendaPromises.ts';
import { boardPromises } from './boardPromises.ts';
import { damagePromises } from './damagePromises.ts';
import { deletionPromises } from './deletionPromises.ts';
import { doorPromises } from './doorPromises.ts';
import { documentPromises } from './documentPromises.ts';
import { ratingPromises } from './ratingPromises.ts';
import { recordPromises } from './recordPromises.ts';
import { activityPromises } from './activityPromises.ts';
import { snapshotPromises } from './snapshotPromises.ts';
import { workshopPromises } from './workshopPromises.ts';
import { StoreSubject, type StoreUnderTest } from './StoreSubject.ts';
import { wholePromises } from './wholePromises.ts';

export function storeContract(name: string, make: () => Promise<StoreUnderTest>): void {
  describe(`${name} keeps the promises of a store`, () => {
    const subject = new StoreSubject(make);
    beforeEach(() => subject.start());
    afterEach(() => subject.stop());
    boardPromises(subject);
    deletionPromises(subject);
    actPromises(subject);
    documentPromises(subject);
    ratingPromises(subject);
    activityPromises(subject);
    recordPromises(subject);
    snapshotPromises(subject);
    workshopPromises(subject);
    agendaPromises(subject);
    damagePromises(subject);
    doorPromises(subject);
    wholePromises(subject);
  });
}
