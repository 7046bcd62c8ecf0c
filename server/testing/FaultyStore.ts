/**
 * Wraps any store and lets a test break it: a full disk, one failing call, a call that hangs until released, a call whose
 * change is kept although its answer is lost (as when the process dies between commit and acknowledgement).
 */
import type { Store } from '#server/store/Store.ts';
import { StorageFullError } from '#server/store/storeErrors.ts';
import { storeCalls } from '#server/store/storeCalls.ts';

export type StoreCall = keyof Store;

const isWrite = (call: StoreCall): boolean => call !== 'close' && storeCalls[call] === 'write';

interface Fault {
  readonly call: StoreCall;
  readonly when: 'before' | 'after';
  readonly error: Error;
}

export class FaultyStore implements Store {
  /** While true every write rejects with StorageFullError and changes nothing; reads go on. */
  isFull = false;
  /** Calls in the order in which they were made. */
  readonly calls: StoreCall[] = [];
  readonly #inner: Store;
  readonly #faults: Fault[] = [];
  readonly #gates = new Map<StoreCall, Promise<void>>();
  readonly #answers = new Map<StoreCall, { skip: number; readonly gate: Promise<void> }>();

  constructor(inner: Store) {
    this.#inner = inner;
  }

  /** The next call of this kind rejects and changes nothing. Each further `fail` adds one more failing call. */
  fail(call: StoreCall, error: Error = new Error(`${call} fails, as the test asked`)): void {
    this.#faults.push({ call, when: 'before', error });
  }

  /** The next call of this kind does its work and then rejects: the change is kept, the answer is lost. */
  loseAnswer(call: StoreCall, error: Error = new Error(`the answer of ${call} is lost, as the test asked`)): void {
    this.#faults.push({ call, when: 'after', error });
  }

  /** Calls of this kind wait, without doing anything, until the returned function is called. */
  hold(call: StoreCall): () => void {
    let release = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    this.#gates.set(call, gate);
    return () => {
      if (this.#gates.get(call) === gate) this.#gates.delete(call);
      release();
    };
  }

  /** The call of this kind after `skip` others does its work, and its answer waits until the returned function is called. */
  holdAnswer(call: StoreCall, skip = 0): () => void {
    let release = () => {};
    const gate = new Promise<void>((resolve) => (release = resolve));
    this.#answers.set(call, { skip, gate });
    return release;
  }

  installationSecret: Store['installationSecret'] = () =>
    this.#through('installationSecret', () => this.#inner.installationSecret());
  createBoard: Store['createBoard'] = (...args) => this.#through('createBoard', () => this.#inner.createBoard(...args));
  readBoard: Store['readBoard'] = (...args) => this.#through('readBoard', () => this.#inner.readBoard(...args));
  findBoardByCode: Store['findBoardByCode'] = (...args) =>
    this.#through('findBoardByCode', () => this.#inner.findBoardByCode(...args));
  updateBoard: Store['updateBoard'] = (...args) => this.#through('updateBoard', () => this.#inner.updateBoard(...args));
  deleteBoard: Store['deleteBoard'] = (...args) => this.#through('deleteBoard', () => this.#inner.deleteBoard(...args));
  absenceOf: Store['absenceOf'] = (...args) => this.#through('absenceOf', () => this.#inner.absenceOf(...args));
  listUntouchedSince: Store['listUntouchedSince'] = (...args) =>
    this.#through('listUntouchedSince', () => this.#inner.listUntouchedSince(...args));
  addPerson: Store['addPerson'] = (...args) => this.#through('addPerson', () => this.#inner.addPerson(...args));
  readPerson: Store['readPerson'] = (...args) => this.#through('readPerson', () => this.#inner.readPerson(...args));
  listPeople: Store['listPeople'] = (...args) => this.#through('listPeople', () => this.#inner.listPeople(...args));
  updatePerson: Store['updatePerson'] = (...args) =>
    this.#through('updatePerson', () => this.#inner.updatePerson(...args));
  loadDocument: Store['loadDocument'] = (...args) =>
    this.#through('loadDocument', () => this.#inner.loadDocument(...args));
  append: Store['append'] = (...args) => this.#through('append', () => this.#inner.append(...args));
  compact: Store['compact'] = (...args) => this.#through('compact', () => this.#inner.compact(...args));
  putAsset: Store['putAsset'] = (...args) => this.#through('putAsset', () => this.#inner.putAsset(...args));
  readAsset: Store['readAsset'] = (...args) => this.#through('readAsset', () => this.#inner.readAsset(...args));
  assetBytes: Store['assetBytes'] = (...args) => this.#through('assetBytes', () => this.#inner.assetBytes(...args));
  readRatings: Store['readRatings'] = (...args) => this.#through('readRatings', () => this.#inner.readRatings(...args));
  writeRating: Store['writeRating'] = (...args) => this.#through('writeRating', () => this.#inner.writeRating(...args));
  deleteRatings: Store['deleteRatings'] = (...args) =>
    this.#through('deleteRatings', () => this.#inner.deleteRatings(...args));
  keepSnapshot: Store['keepSnapshot'] = (...args) =>
    this.#through('keepSnapshot', () => this.#inner.keepSnapshot(...args));
  listSnapshots: Store['listSnapshots'] = (...args) =>
    this.#through('listSnapshots', () => this.#inner.listSnapshots(...args));
  readSnapshot: Store['readSnapshot'] = (...args) =>
    this.#through('readSnapshot', () => this.#inner.readSnapshot(...args));
  listActs: Store['listActs'] = (...args) => this.#through('listActs', () => this.#inner.listActs(...args));
  replaceActs: Store['replaceActs'] = (...args) => this.#through('replaceActs', () => this.#inner.replaceActs(...args));
  listBoardsNaming: Store['listBoardsNaming'] = (...args) =>
    this.#through('listBoardsNaming', () => this.#inner.listBoardsNaming(...args));
  findChunks: Store['findChunks'] = (...args) => this.#through('findChunks', () => this.#inner.findChunks(...args));
  nameSnapshot: Store['nameSnapshot'] = (...args) =>
    this.#through('nameSnapshot', () => this.#inner.nameSnapshot(...args));
  deleteSnapshots: Store['deleteSnapshots'] = (...args) =>
    this.#through('deleteSnapshots', () => this.#inner.deleteSnapshots(...args));
  listActivities: Store['listActivities'] = (...args) =>
    this.#through('listActivities', () => this.#inner.listActivities(...args));
  openActivity: Store['openActivity'] = (...args) =>
    this.#through('openActivity', () => this.#inner.openActivity(...args));
  listSealed: Store['listSealed'] = (...args) => this.#through('listSealed', () => this.#inner.listSealed(...args));
  readSealed: Store['readSealed'] = (...args) => this.#through('readSealed', () => this.#inner.readSealed(...args));
  changeSealed: Store['changeSealed'] = (...args) =>
    this.#through('changeSealed', () => this.#inner.changeSealed(...args));
  replaceSealed: Store['replaceSealed'] = (...args) =>
    this.#through('replaceSealed', () => this.#inner.replaceSealed(...args));
  endActivity: Store['endActivity'] = (...args) => this.#through('endActivity', () => this.#inner.endActivity(...args));
  settleActivity: Store['settleActivity'] = (...args) =>
    this.#through('settleActivity', () => this.#inner.settleActivity(...args));
  listRecord: Store['listRecord'] = (...args) => this.#through('listRecord', () => this.#inner.listRecord(...args));
  addLoss: Store['addLoss'] = (...args) => this.#through('addLoss', () => this.#inner.addLoss(...args));
  listLosses: Store['listLosses'] = (...args) => this.#through('listLosses', () => this.#inner.listLosses(...args));
  deleteLosses: Store['deleteLosses'] = (...args) =>
    this.#through('deleteLosses', () => this.#inner.deleteLosses(...args));
  snapshotBytes: Store['snapshotBytes'] = (...args) =>
    this.#through('snapshotBytes', () => this.#inner.snapshotBytes(...args));
  readWorkshop: Store['readWorkshop'] = (...args) =>
    this.#through('readWorkshop', () => this.#inner.readWorkshop(...args));
  listAgendas: Store['listAgendas'] = (...args) => this.#through('listAgendas', () => this.#inner.listAgendas(...args));
  writeAgenda: Store['writeAgenda'] = (...args) => this.#through('writeAgenda', () => this.#inner.writeAgenda(...args));
  deleteAgenda: Store['deleteAgenda'] = (...args) =>
    this.#through('deleteAgenda', () => this.#inner.deleteAgenda(...args));
  writeWorkshop: Store['writeWorkshop'] = (...args) =>
    this.#through('writeWorkshop', () => this.#inner.writeWorkshop(...args));
  tryWrite: Store['tryWrite'] = () => this.#through('tryWrite', () => this.#inner.tryWrite());
  storedBytes: Store['storedBytes'] = () => this.#through('storedBytes', () => this.#inner.storedBytes());
  readDoor: Store['readDoor'] = (...args) => this.#through('readDoor', () => this.#inner.readDoor(...args));
  updateDoor: Store['updateDoor'] = (...args) => this.#through('updateDoor', () => this.#inner.updateDoor(...args));
  isDoorDamaged: Store['isDoorDamaged'] = (...args) =>
    this.#through('isDoorDamaged', () => this.#inner.isDoorDamaged(...args));
  addSeat: Store['addSeat'] = (...args) => this.#through('addSeat', () => this.#inner.addSeat(...args));
  findSeat: Store['findSeat'] = (...args) => this.#through('findSeat', () => this.#inner.findSeat(...args));
  listSeats: Store['listSeats'] = (...args) => this.#through('listSeats', () => this.#inner.listSeats(...args));
  updateSeat: Store['updateSeat'] = (...args) => this.#through('updateSeat', () => this.#inner.updateSeat(...args));
  deleteSeat: Store['deleteSeat'] = (...args) => this.#through('deleteSeat', () => this.#inner.deleteSeat(...args));
  lastSeen: Store['lastSeen'] = (...args) => this.#through('lastSeen', () => this.#inner.lastSeen(...args));
  addDevice: Store['addDevice'] = (...args) => this.#through('addDevice', () => this.#inner.addDevice(...args));
  hasDevice: Store['hasDevice'] = (...args) => this.#through('hasDevice', () => this.#inner.hasDevice(...args));
  listSharers: Store['listSharers'] = (...args) => this.#through('listSharers', () => this.#inner.listSharers(...args));
  isKeptOut: Store['isKeptOut'] = (...args) => this.#through('isKeptOut', () => this.#inner.isKeptOut(...args));
  markPerson: Store['markPerson'] = (...args) => this.#through('markPerson', () => this.#inner.markPerson(...args));
  listMarked: Store['listMarked'] = (...args) => this.#through('listMarked', () => this.#inner.listMarked(...args));
  checkBoard: Store['checkBoard'] = (...args) => this.#through('checkBoard', () => this.#inner.checkBoard(...args));
  listSetAside: Store['listSetAside'] = (...args) =>
    this.#through('listSetAside', () => this.#inner.listSetAside(...args));
  setAside: Store['setAside'] = (...args) => this.#through('setAside', () => this.#inner.setAside(...args));
  mendDocument: Store['mendDocument'] = (...args) =>
    this.#through('mendDocument', () => this.#inner.mendDocument(...args));
  decideDamage: Store['decideDamage'] = (...args) =>
    this.#through('decideDamage', () => this.#inner.decideDamage(...args));
  backup: Store['backup'] = (...args) => this.#through('backup', () => this.#inner.backup(...args));
  close: Store['close'] = () => this.#through('close', () => this.#inner.close());

  /** Without a gate the inner call is made at once, so that the order of writes in one turn stays as it was. */
  async #through<T>(call: StoreCall, work: () => Promise<T>): Promise<T> {
    this.calls.push(call);
    const fault = this.#takeFault(call);
    const gate = this.#gates.get(call);
    if (gate) await gate;
    if (fault?.when === 'before') throw fault.error;
    if (this.isFull && isWrite(call)) throw new StorageFullError('the disk is full, as the test asked');
    const answer = this.#answers.get(call);
    const isHeld = answer !== undefined && answer.skip-- === 0;
    const value = await work();
    if (isHeld) await answer.gate;
    if (fault?.when === 'after') throw fault.error;
    return value;
  }

  #takeFault(call: StoreCall): Fault | undefined {
    const index = this.#faults.findIndex((fault) => fault.call === call);
    return index === -1 ? undefined : this.#faults.splice(index, 1)[0];
  }
}
