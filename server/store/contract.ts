/** What every Store promises, as tests. Each implementation calls `storeContract` from its own test file. */
import { afterEach, beforeEach, describe } from 'vitest';
import { actPromises } from './contract/actPromises.ts';
import { boardPromises } from './contract/boardPromises.ts';
import { damagePromises } from './contract/damagePromises.ts';
import { deletionPromises } from './contract/deletionPromises.ts';
import { doorPromises } from './contract/doorPromises.ts';
import { documentPromises } from './contract/documentPromises.ts';
import { ratingPromises } from './contract/ratingPromises.ts';
import { recordPromises } from './contract/recordPromises.ts';
import { roundPromises } from './contract/roundPromises.ts';
import { snapshotPromises } from './contract/snapshotPromises.ts';
import { sessionPromises } from './contract/sessionPromises.ts';
import { StoreSubject, type StoreUnderTest } from './contract/StoreSubject.ts';
import { wholePromises } from './contract/wholePromises.ts';

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
    roundPromises(subject);
    recordPromises(subject);
    snapshotPromises(subject);
    sessionPromises(subject);
    damagePromises(subject);
    doorPromises(subject);
    wholePromises(subject);
  });
}
