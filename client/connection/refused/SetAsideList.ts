/**
 * What the server did not take: documents that were set aside whole, and things that it took back; in the copy on this device, or
 * with their notices where they could not be put there.
 */
import type { DocumentSync } from '#client/connection/sync/DocumentSync.ts';
import type { NoticeList } from './NoticeList.ts';
import { newSetAside, type OfflineCopy, type SetAside } from '#client/connection/copy/OfflineCopy.ts';
import type { ConnectionPorts } from '#client/connection/Ports.ts';
import type { TakenBack, TakenWhy } from './TakenBack.ts';

export interface SetAsideSetup {
  readonly notices: NoticeList;
  readonly copy: () => OfflineCopy | null;
  readonly onChange: () => void;
  readonly ports: Pick<ConnectionPorts, 'clock' | 'random' | 'report'>;
}

export class SetAsideList {
  /** Of the document that is on the line; null until its code is there, and then things are taken back as told. */
  #taken: TakenBack | null = null;
  readonly #setup: SetAsideSetup;

  constructor(setup: SetAsideSetup) {
    this.#setup = setup;
    import('./TakenBack.ts').then(
      (code) => (this.#taken = new code.TakenBack({ ...setup.ports, onKept: this.#onKept })),
      setup.ports.report,
    );
  }

  /** Before something that others did is applied. */
  incoming(work: DocumentSync, update: Uint8Array): void {
    this.#taken?.before(work, update);
  }

  /** Everything up to now is there. */
  synced(): void {
    this.#taken?.synced();
  }

  /** The server took something back; true where its things will be offered. */
  toldUndone(why: TakenWhy, work: DocumentSync): boolean {
    return this.#taken?.told(why, work) === true;
  }

  /** Oldest first. */
  async list(): Promise<readonly SetAside[]> {
    const { notices, copy, ports } = this.#setup;
    const told = notices.setAside;
    try {
      const kept = (await copy()?.listSetAside()) ?? [];
      return [...kept, ...told.filter((entry) => !kept.some((one) => one.id === entry.id))];
    } catch (fault) {
      ports.report(fault);
      return told;
    }
  }

  async remove(id: string): Promise<void> {
    const { notices, copy, onChange } = this.#setup;
    notices.forgetSetAside(id);
    this.#taken?.settled(id);
    onChange();
    await copy()?.removeSetAside(id);
  }

  /** The notice is put away; what it tells of stays. */
  dismiss(notice: number): void {
    const { notices, onChange } = this.#setup;
    for (const one of notices.list) if (one.id === notice && one.kind === 'taken') this.#taken?.settled(one.entry.id);
    notices.dismiss(notice);
    onChange();
  }

  /** A document that is set aside, with what this device wrote in it. */
  entryOf(refused: DocumentSync, reason: string, maxBytes: number): SetAside {
    const { clock, random } = this.#setup.ports;
    const entry = newSetAside(refused.doc, reason, clock.now(), random());
    return { ...entry, ...this.#taken?.ofRefused(refused, maxBytes) };
  }

  readonly #onKept = (entry: SetAside, why: TakenWhy): void => {
    const { notices, copy, onChange, ports } = this.#setup;
    notices.add({ kind: 'taken', why, entry });
    onChange();
    copy()?.shelve(entry).catch(ports.report);
  };
}
