/** Documents of a board that the server did not take: those in the copy on this device and those that could not be put there. */
import type { NoticeList } from './NoticeList.ts';
import type { OfflineCopy, SetAside } from './OfflineCopy.ts';

export class SetAsideList {
  readonly #notices: NoticeList;
  readonly #copy: () => OfflineCopy | null;
  readonly #onChange: () => void;
  readonly #report: (fault: unknown) => void;

  constructor(
    notices: NoticeList,
    copy: () => OfflineCopy | null,
    onChange: () => void,
    report: (fault: unknown) => void,
  ) {
    this.#notices = notices;
    this.#copy = copy;
    this.#onChange = onChange;
    this.#report = report;
  }

  /** Oldest first. */
  async list(): Promise<readonly SetAside[]> {
    const told = this.#notices.setAside;
    try {
      const kept = (await this.#copy()?.listSetAside()) ?? [];
      return [...kept, ...told.filter((entry) => !kept.some((one) => one.id === entry.id))];
    } catch (fault) {
      this.#report(fault);
      return told;
    }
  }

  async remove(id: string): Promise<void> {
    this.#notices.forgetSetAside(id);
    this.#onChange();
    await this.#copy()?.removeSetAside(id);
  }
}
