/**
 * A board as this device has it: the document, its copy on this device, and the line to the server with everything that
 * can happen to it. Knows no React and no canvas. It never seeds a document, never says "saved" without the server's
 * acknowledgement, and never throws unsent work away.
 */
import * as Y from 'yjs';
import { Emitter } from '#client/state/Emitter.ts';
import { closeCodes, closeName, mayReturn } from '#shared/wire/closeCodes.ts';
import type { CloseName } from '#shared/wire/closeCodes.ts';
import { defaultLimits } from '#shared/wire/limits.ts';
import type { MessageRefusal, ServerMessage } from '#shared/wire/messages.ts';
import { mayDo } from '#shared/wire/roles.ts';
import { Attempt } from './line/Attempt.ts';
import { backoff } from './line/backoff.ts';
import { DocumentSync } from './sync/DocumentSync.ts';
import { equalLines, lineOf, offlineReason } from './line/Line.ts';
import type { Line, OfflineReason } from './line/Line.ts';
import { lookOnly } from './line/lookOnly.ts';
import type { BoardView, NewNotice } from './BoardView.ts';
import { BoardCopy } from './copy/BoardCopy.ts';
import { ticketEnd } from './line/ticketEnd.ts';
import { NoticeList } from './refused/NoticeList.ts';
import type { KeptDocument } from './copy/OfflineCopy.ts';
import { PeopleHere } from './sync/PeopleHere.ts';
import type { BoardSetup, ConnectionPorts } from './Ports.ts';
import { ServerFacts } from './line/ServerFacts.ts';
import { SetAsideList } from './refused/SetAsideList.ts';
import { Workshop } from './sync/Workshop.ts';
import { WrittenAgain } from './refused/WrittenAgain.ts';

export class BoardConnection {
  readonly people: PeopleHere;
  readonly workshop: Workshop;
  readonly setAside: SetAsideList;
  /** What this device keeps of the board. */
  readonly copy: BoardCopy;
  readonly #setup: BoardSetup;
  readonly #ports: ConnectionPorts;
  readonly #changed = new Emitter();
  readonly #undo: (() => void)[] = [];
  readonly #notices = new NoticeList();
  readonly #try: Attempt;
  readonly #facts: ServerFacts;
  readonly #again = new WrittenAgain();
  /** Names this load of the page to the server. */
  readonly #page: string;
  readonly #copyOrigin = { name: 'copy on this device' };
  #sync: DocumentSync;
  #view: BoardView;
  #phase: 'idle' | 'trying' | 'open' | 'waiting' | 'ended' = 'idle';
  #ended: CloseName | null = null;
  #hasConnected = false;
  #hasSynced = false;
  #hasCompleteCopy = false;
  #offline: OfflineReason | null = null;
  #attempt = 0;
  #ticketsRefused = 0;
  #wasRefusedForRoom = false;
  #comesBack = false;
  #cancelRetry: (() => void) | null = null;

  constructor(setup: BoardSetup) {
    this.#setup = setup;
    this.#ports = setup.ports;
    this.#page = Math.floor(setup.ports.random() * 1e12).toString(36);
    this.#facts = new ServerFacts(setup.role, setup.title);
    this.workshop = new Workshop(setup.ports.clock);
    this.people = new PeopleHere(setup.ports.clock, setup.isScreen);
    const refresh = (): void => this.#refresh();
    const { ports } = setup;
    this.setAside = new SetAsideList({ notices: this.#notices, copy: () => this.copy.shelf, onChange: refresh, ports });
    this.copy = new BoardCopy({
      ports: setup.ports,
      isLive: () => this.#phase === 'open' && this.#sync.isSynced && this.#lookOnly() === null,
      onChange: refresh,
      onLeft: () => this.#comeBack(),
      onFailure: () => this.#tell({ kind: 'noCopy' }),
    });
    this.#try = new Attempt(setup.ports.clock, () => {
      this.#sync.disconnect();
      if (this.#phase === 'trying') this.#wait('network');
    });
    this.#sync = this.#newSync();
    this.#view = this.#look();
  }

  readonly view = (): BoardView => this.#view;

  readonly subscribe = this.#changed.on;

  /** Reads the copy on this device, then opens the line. */
  async start(): Promise<void> {
    if (this.#phase !== 'idle') return;
    this.#phase = 'trying';
    this.#undo.push(this.#ports.watchNetwork((isOnline) => this.#onNetwork(isOnline)));
    await this.#openCopy();
    if (this.#phase === 'trying') await this.#connect();
  }

  /** Leaves the board; what is unsent stays in the copy. */
  stop(): void {
    this.flush();
    this.#phase = 'ended';
    for (const undo of this.#undo.splice(0)) undo();
    this.#cancelRetry?.();
    this.#try.end();
    this.#sync.destroy();
    this.people.clear();
    this.copy.close();
    this.#changed.clear();
  }

  /** Sends and notes what waits; for the moment before a page is hidden or closed. */
  flush(): void {
    this.#sync.flush();
    this.copy.flush(this.#sync.unsaved.kept);
  }

  /** While the page is hidden nothing waits: it may be gone in the next moment, and timers with it. */
  hurry(isHidden: boolean): void {
    this.#sync.hurry(isHidden);
    if (isHidden) this.flush();
  }

  /** The person asks to try again at once. */
  retry(): void {
    if (this.#phase !== 'waiting' && !(this.#phase === 'trying' && this.#try.isAsking)) return;
    this.#cancelRetry?.();
    void this.#connect();
  }

  dismiss(notice: number): void {
    this.setAside.dismiss(notice);
  }

  /** Everything of the board that this device has, as a Yjs update: what a person can take away when the line has ended. */
  exportDocument(): Uint8Array {
    return Y.encodeStateAsUpdate(this.#sync.doc);
  }

  #newSync(): DocumentSync {
    const { syncUrl, board, limits = defaultLimits } = this.#setup;
    const sync = new DocumentSync(
      {
        url: syncUrl,
        board,
        clock: this.#ports.clock,
        WebSocket: this.#ports.WebSocket,
        limits,
        copyOrigin: this.#copyOrigin,
        page: this.#page,
        isScreen: this.#setup.isScreen === true,
        writingIds: {
          ...(this.#ports.takeLock && { takeLock: this.#ports.takeLock }),
          isAllInCopy: (id, clock) => this.copy.isAllTaken(id, clock),
          keep: (id) => this.copy.keepWritingId(id),
        },
      },
      {
        onOpen: () => this.#onOpen(),
        onSynced: () => this.#onSynced(),
        onPiece: () => this.#try.goesOn(),
        onIncoming: (update) => this.setAside.incoming(this.#sync, update),
        onMessage: (message) => this.#onMessage(message),
        onClosed: (code) => this.#onClosed(code),
        onUnsaved: () => {
          this.copy.note.soon(this.#sync.unsaved.kept);
          if (!this.#sync.unsaved.isUnsaved) this.#onSaved();
          this.#refresh();
        },
        onTooLarge: () => void this.#setAside('tooLarge'),
        onFault: (fault) => this.#ports.report(fault),
      },
    );
    sync.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this.#copyOrigin) this.copy.add(update, sync.unsent.list);
    });
    this.people.watch(sync.awareness);
    return sync;
  }

  async #openCopy(): Promise<void> {
    const kept = await this.copy.open(() => this.#phase !== 'ended');
    if (kept === null) return;
    this.#take(kept);
    this.#hasCompleteCopy = kept.isComplete;
    this.#refresh();
  }

  /** Not while the line is open: what the server has from others must not be sent again. */
  #take({ updates, unsaved, unsent, writingIds }: KeptDocument): void {
    const { doc } = this.#sync;
    const apply = (): void => updates.forEach((update) => Y.applyUpdate(doc, update, this.#copyOrigin));
    doc.transact(apply, this.#copyOrigin);
    this.#sync.unsaved.restore(unsaved);
    this.#sync.unsent.add(unsent);
    this.#sync.offerWritingIds(writingIds);
    this.copy.note.now(this.#sync.unsaved.kept);
  }

  async #connect(): Promise<void> {
    this.#phase = 'trying';
    this.#cancelRetry = null;
    this.#refresh();
    const isWanted = this.#try.begin();
    if (this.copy.unsavedOfOthers > 0) {
      const [sync, left] = [this.#sync, await this.copy.takeFromTabs()];
      if (left !== null && sync === this.#sync && !sync.isSynced) this.#take(left);
    }
    const answer = await this.#ports.takeTicket();
    if (!isWanted() || this.#phase !== 'trying') return;
    if (!answer.ok) {
      const reason = ticketEnd(answer.code);
      if (reason === null) this.#wait(answer.code === 'too-fast' ? 'tooFast' : 'network');
      else this.#end(reason);
      return;
    }
    this.#sync.connect(answer.value.ticket);
  }

  #onOpen(): void {
    this.#phase = 'open';
    this.#hasConnected = true;
    this.#refresh();
  }

  #onSynced(): void {
    this.#try.end();
    this.#attempt = 0;
    this.#offline = null;
    this.#ticketsRefused = 0;
    this.#hasSynced = true;
    if (!this.#hasCompleteCopy) {
      this.#hasCompleteCopy = true;
      this.copy.markComplete();
    }
    this.setAside.synced();
    void this.#writeAgain();
    this.#refresh();
  }

  async #writeAgain(): Promise<void> {
    const unfit = await this.#again.write(this.#sync);
    if (unfit !== null) this.#tell({ kind: 'setAside', reason: unfit.reason, entry: unfit });
  }

  /** Everything of this tab is on the server. */
  #onSaved(): void {
    this.copy.noteSent();
    const entry = this.#again.saved();
    if (entry !== null) void this.setAside.remove(entry.id);
  }

  #onMessage(message: ServerMessage): void {
    this.workshop.receive(message);
    this.#facts.receive(message);
    if (message.type === 'welcome') this.people.setMe(message.person);
    else if (message.type === 'refused') this.#onRefused(message.frame, message.code);
    else if (message.type === 'undone') this.#onUndone(message);
    // What was refused meanwhile goes out again.
    else if (message.type === 'mode' && message.readOnly === null && this.#wasRefusedForRoom) this.#comeBack();
    this.#refresh();
  }

  #onUndone({ records, reason }: ServerMessage & { readonly type: 'undone' }): void {
    if (this.setAside.toldUndone(reason ?? 'rules', this.#sync)) return;
    this.#tell({ kind: 'undone', records, ...(reason && { reason }) });
  }

  #onRefused(message: number, code: MessageRefusal): void {
    if (code === 'storage' || code === 'documentTooLarge') {
      // Not our change's fault: it stays here until the room takes edits again.
      this.#sync.unsaved.refused(message);
      this.#wasRefusedForRoom = true;
      this.#facts.closed(code);
      return;
    }
    void this.#setAside(code);
  }

  #onClosed(code: number | null): void {
    this.#try.end();
    if (this.#phase === 'ended' || this.#phase === 'waiting') return;
    const name = code === null ? undefined : closeName(code);
    if (code === closeCodes.ticketEnded && this.#ticketsRefused === 0) {
      // A ticket that grew old (a laptop slept between asking and connecting) and a removed person look the same here;
      // the next ticket tells them apart, since a removed person gets none.
      this.#ticketsRefused = 1;
      this.#wait('network');
    } else if (code !== null && !mayReturn(code)) {
      this.#end(name ?? 'malformed');
    } else {
      this.#wait(this.#comesBack && code === null ? null : offlineReason(name));
    }
  }

  /** A new connection asks for everything unsaved. */
  #comeBack(): void {
    this.#comesBack = true;
    this.#sync.disconnect();
  }

  #onNetwork(isOnline: boolean): void {
    if (isOnline) {
      this.#attempt = 0;
      this.retry();
    } else if (this.#phase === 'open') {
      this.#sync.disconnect();
    }
  }

  /** null: come back at once, nothing was wrong with the line. */
  #wait(reason: OfflineReason | null): void {
    this.#phase = 'waiting';
    this.#try.end();
    this.#wasRefusedForRoom = false;
    this.#comesBack = false;
    this.#offline = reason;
    const delayMs = reason === null ? 0 : backoff(this.#attempt, this.#ports.random, reason);
    this.#attempt += 1;
    this.#cancelRetry?.();
    this.#cancelRetry = this.#ports.clock.after(delayMs, () => void this.#connect());
    this.#refresh();
  }

  #end(reason: CloseName): void {
    this.#phase = 'ended';
    this.#ended = reason;
    this.#cancelRetry?.();
    this.#try.end();
    this.#sync.disconnect();
    this.copy.note.now(this.#sync.unsaved.kept);
    this.#refresh();
  }

  /** The server does not take this document: keep it whole, and begin again with the server's. */
  async #setAside(reason: MessageRefusal): Promise<void> {
    const refused = this.#sync;
    const entry = this.setAside.entryOf(refused, reason, (this.#setup.limits ?? defaultLimits).maxUpdateBytes);
    this.#phase = 'waiting';
    this.#hasSynced = false;
    this.#hasCompleteCopy = false;
    this.copy.note.reset();
    this.#cancelRetry?.();
    this.#try.end();
    this.#sync = this.#newSync();
    refused.destroy();
    if (!this.#again.hold(entry, refused.unsent.list)) this.#tell({ kind: 'setAside', reason, entry });
    await this.copy.setAside(entry);
    if (this.#phase === 'waiting') await this.#connect();
  }

  #tell(notice: NewNotice): void {
    this.#notices.add(notice);
    this.#refresh();
  }

  #refresh(): void {
    const next = this.#look();
    const before = this.#view;
    const line = equalLines(before.line, next.line) ? before.line : next.line;
    const same =
      line === before.line &&
      (['doc', 'isReady', 'mayEdit', 'title', 'role', 'me', 'notices'] as const).every(
        (key) => before[key] === next[key],
      );
    if (same) return;
    this.#view = { ...next, line };
    this.people.setOnline(line.kind === 'live' || line.kind === 'readOnly');
    this.#changed.tell();
  }

  #look(): BoardView {
    const line = this.#line();
    const [{ doc }, { title, role, me }] = [this.#sync, this.#facts.now()];
    const isReady = this.#hasSynced || this.#hasCompleteCopy;
    const mayEdit = isReady && mayDo(role, 'edit') && this.#lookOnly() === null && line.kind !== 'ended';
    return { doc, line, isReady, mayEdit, title, role, me, notices: this.#notices.list };
  }

  #lookOnly() {
    const { role, readOnly } = this.#facts.now();
    return lookOnly(this.#sync.doc, role, readOnly);
  }

  #line(): Line {
    const [{ unsaved }, others] = [this.#sync, this.copy.unsavedElsewhere];
    return lineOf({
      ended: this.#ended,
      isOpen: this.#phase === 'open',
      isSynced: this.#sync.isSynced,
      lookOnly: this.#lookOnly(),
      offline: this.#offline,
      hasConnected: this.#hasConnected,
      savedAt: this.#facts.now().savedAt,
      kept: unsaved.kept + others,
      isUnsaved: unsaved.isUnsaved || others > 0,
    });
  }
}
