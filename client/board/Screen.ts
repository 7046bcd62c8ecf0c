/** What this person's screen shows of the open board, and what it has to say to them; of others there is nothing here. */
import type * as Y from 'yjs';
import type { Failure } from '#client/connection/api/failureOf.ts';
import { Emitter } from '#client/state/Emitter.ts';
import { giveBack } from '#client/ui/focus/keepFocus.ts';
import { noCanvas, type CanvasPort } from './CanvasPort.ts';
import { isMapView, type MapViewName, type PanelName } from './panelNames.ts';

/** A record that the canvas cannot show just now, and why. */
export interface Unshown {
  readonly id: string;
  readonly problem: string;
}

/** What undo or redo left as it is, because of what others did; `times` tells one press from the next. */
export interface Kept {
  readonly what: 'some' | 'none';
  readonly direction: 'undo' | 'redo';
  readonly times: number;
}

/** So many own arrows lost what they ended at; `times` tells one deletion from the next. */
export interface EndsGone {
  readonly arrows: number;
  readonly times: number;
}

export interface ScreenState {
  readonly panel: PanelName | null;
  /** The view of the map that is open, or was before the details. */
  readonly mapView: MapViewName;
  /** A panel was opened by the person: the focus goes into it. */
  readonly wasOpened: boolean;
  /** How many times a person opened one: at each the one that is open begins at its top. */
  readonly opened: number;
  /** Whose view is followed, while they are here. */
  readonly followed: string | null;
  readonly canvas: CanvasPort;
  /** Why an image, something pasted or a command was not taken. */
  readonly refused: Failure | null;
  /** Why what this person just did on the canvas came to nothing; `isLimit`: the workshop does not let them. */
  readonly hint: { readonly text: string; readonly isLimit: boolean } | null;
  readonly unshown: readonly Unshown[];
  /** These were read. */
  readonly unshownSeen: readonly Unshown[];
  readonly kept: Kept | null;
  readonly endsGone: EndsGone | null;
  /** Images that wait on this device for the line. */
  readonly images: number;
  /** This document is of a newer program. */
  readonly newer: Y.Doc | null;
}

const none: readonly Unshown[] = [];

export class Screen {
  readonly #changed = new Emitter();
  #state: ScreenState;
  /** What had the focus when a panel was opened; it may stand aside for as long. */
  #opener: Element | null = null;
  #isClosing = false;

  /** `panel`: open from the start. */
  constructor(panel: PanelName | null = null) {
    this.#state = {
      panel,
      mapView: panel !== null && isMapView(panel) ? panel : 'findings',
      wasOpened: false,
      opened: 0,
      followed: null,
      canvas: noCanvas,
      refused: null,
      hint: null,
      unshown: none,
      unshownSeen: none,
      kept: null,
      endsGone: null,
      images: 0,
      newer: null,
    };
  }

  readonly state = (): ScreenState => this.#state;

  readonly subscribe = this.#changed.on;

  readonly change = (change: Partial<ScreenState>): void => {
    this.#state = { ...this.#state, ...change };
    this.#changed.tell();
  };

  /** Null shows none; the focus stays where it is. */
  readonly open = (name: PanelName | null): void => {
    const { activeElement } = document;
    if (name !== null && activeElement?.closest('aside') === null) this.#opener = activeElement;
    this.#show(name, true);
  };

  /** The workshop opens it, and nobody pressed anything: the focus stays where it is, now and when it closes. */
  readonly bring = (name: PanelName): void => {
    if (this.#state.panel === name) return;
    this.#opener = null;
    this.#show(name, false);
  };

  readonly toggle = (name: PanelName): void => this.open(this.#state.panel === name ? null : name);

  /** The focus goes back to where it came from, once the panel is gone from the page. */
  readonly close = (): void => {
    this.#isClosing = true;
    this.change({ panel: null });
  };

  /** The page shows this panel by now. */
  readonly drawn = (panel: PanelName | null): void => {
    if (panel === null && this.#isClosing) giveBack(this.#opener);
    this.#isClosing = false;
  };

  #show(panel: PanelName | null, wasOpened: boolean): void {
    const opened = this.#state.opened + Number(wasOpened && panel !== null);
    this.change({ panel, wasOpened, opened, ...(panel !== null && isMapView(panel) ? { mapView: panel } : {}) });
  }

  readonly follow = (person: string | null): void => this.change({ followed: person });

  tellKept(what: Kept['what'], direction: Kept['direction']): void {
    this.change({ kept: { what, direction, times: (this.#state.kept?.times ?? 0) + 1 } });
  }

  tellEndsGone(arrows: number): void {
    this.change({ endsGone: { arrows, times: (this.#state.endsGone?.times ?? 0) + 1 } });
  }

  readonly refuse = (refused: Failure): void => this.change({ refused });
}
