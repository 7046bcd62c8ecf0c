/** What a person has to be told once, until they put it away. */
import type { NewNotice, Notice } from './BoardView.ts';
import type { SetAside } from './OfflineCopy.ts';

export class NoticeList {
  #list: readonly Notice[] = [];
  #count = 0;

  get list(): readonly Notice[] {
    return this.#list;
  }

  /** Documents that were set aside since the board was opened. */
  get setAside(): readonly SetAside[] {
    return this.#list.flatMap((notice) => (notice.kind === 'setAside' ? [notice.entry] : []));
  }

  add(notice: NewNotice): void {
    // That there is no copy is said once, however often it fails.
    if (notice.kind === 'noCopy' && this.#list.some((one) => one.kind === 'noCopy')) return;
    this.#count += 1;
    this.#list = [...this.#list, { ...notice, id: this.#count }];
  }

  dismiss(id: number): void {
    this.#list = this.#list.filter((one) => one.id !== id);
  }

  forgetSetAside(entry: string): void {
    this.#list = this.#list.filter((one) => one.kind !== 'setAside' || one.entry.id !== entry);
  }
}
