/** What a person has to be told once, until they put it away. */
import type { NewNotice, Notice } from '#client/connection/BoardView.ts';
import type { SetAside } from '#client/connection/copy/OfflineCopy.ts';

export class NoticeList {
  #list: readonly Notice[] = [];
  #count = 0;

  get list(): readonly Notice[] {
    return this.#list;
  }

  /** What was set aside since the board was opened. */
  get setAside(): readonly SetAside[] {
    return this.#list.flatMap((notice) => ('entry' in notice ? [notice.entry] : []));
  }

  add(notice: NewNotice): void {
    // That there is no copy is said once, however often it fails.
    if (notice.kind === 'noCopy' && this.#list.some((one) => one.kind === 'noCopy')) return;
    this.#count += 1;
    const before = this.#list.find((one) => isSaidBy(notice, one));
    const others = this.#list.filter((one) => !isSaidBy(notice, one));
    const records =
      notice.kind === 'undone' && before?.kind === 'undone' ? { records: notice.records + before.records } : {};
    this.#list = [...others, { ...notice, ...records, id: this.#count }];
  }

  dismiss(id: number): void {
    this.#list = this.#list.filter((one) => one.id !== id);
  }

  forgetSetAside(entry: string): void {
    this.#list = this.#list.filter((one) => !('entry' in one) || one.entry.id !== entry);
  }
}

/** A paste that is taken back in many messages is one line. */
const isSaidBy = (notice: NewNotice, before: Notice): boolean =>
  topicsOf(notice).some((topic) => topicsOf(before).at(-1) === topic);

/** What a notice takes the place of; its own topic last. */
function topicsOf(notice: NewNotice): readonly string[] {
  if (notice.kind === 'taken') return [notice.why, notice.entry.id];
  return notice.kind === 'undone' ? [notice.reason ?? 'rules'] : [];
}
