/** Shows a panel over a real map in a real document, for tests: no stand-ins for the map, its commands or its texts. */
import { act, type ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import * as Y from 'yjs';
import { firstDocument } from '#shared/board/firstDocument.ts';
import { roots } from '#shared/board/roots.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { BoardContext } from '#client/board/BoardContext.ts';
import type { Screen } from '#client/board/Screen.ts';
import { BoardMap } from '#client/map/BoardMap.ts';
import { History } from '#client/map/History.ts';
import { KeptWords } from '#client/map/KeptWords.ts';
import { MapContext, type MapServices } from '#client/map/MapContext.ts';
import { mapOrigin } from '#client/map/mapOrigin.ts';
import { type EntityRef, Selection } from '#client/map/Selection.ts';
import { Spoken } from '#client/map/Spoken.ts';
import { Drafts } from '#client/drafts/Drafts.ts';
import { DraftsContext } from '#client/drafts/DraftsContext.ts';
import { openBoardFor, type BoardGiven } from './openBoardFor.ts';
import { boardWords } from '#client/locales/boardWords.ts';
import { createTexts, takeBoardTexts } from '#client/locales/createTexts.ts';
import { mapParts } from '#client/map/MapParts.ts';
import { holdKeys } from '#client/ui/focus/holdKeys.ts';

export interface ShownPanel extends MapServices {
  readonly doc: Y.Doc;
  readonly drafts: Drafts;
  readonly screen: Screen;
  readonly place: HTMLElement;
  /** Everything that was said so far. */
  readonly said: readonly string[];
  /** Lets a frame pass. */
  readonly draw: () => void;
  readonly press: (key: string, how?: KeyboardEventInit) => void;
  readonly click: (element: Element | null | undefined) => void;
  readonly type: (field: Element | null | undefined, text: string) => void;
  /** Focus leaves the field. */
  readonly leave: () => void;
  readonly close: () => void;
}

export interface ShowOptions {
  readonly template?: string;
  readonly readOnly?: boolean;
  readonly isFacilitator?: boolean;
  /** of the same person before, as after a reload */
  readonly drafts?: Drafts;
  /** of the board around it; its document is the one of the map */
  readonly board?: BoardGiven;
  /** chosen before the panel is shown */
  readonly chosen?: EntityRef;
}

const setters = {
  input: Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set,
  textarea: Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value')?.set,
  select: Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, 'value')?.set,
};

export async function showPanel(panel: ReactNode, options: ShowOptions = {}): Promise<ShownPanel> {
  Reflect.set(globalThis, 'IS_REACT_ACT_ENVIRONMENT', true);
  const { doc, services, said, draw } = openMap(options);
  if (options.chosen) services.selection.choose([options.chosen]);
  const place = document.createElement('div');
  document.body.append(place);
  const root = createRoot(place);
  const drafts = options.drafts ?? new Drafts(null, { board: 'board', person: 'person' });
  const board = openBoardFor({
    role: services.isFacilitator ? 'facilitator' : 'participant',
    ...options.board,
    view: { doc, ...options.board?.view },
  });
  const texts = await createTexts('en');
  await takeBoardTexts(texts, boardWords);
  act(() =>
    root.render(
      <I18nextProvider i18n={texts}>
        <DraftsContext value={drafts}>
          <BoardContext value={board}>
            <MapContext value={services}>{panel}</MapContext>
          </BoardContext>
        </DraftsContext>
      </I18nextProvider>,
    ),
  );
  return {
    ...services,
    doc,
    drafts,
    screen: board.screen,
    place,
    said,
    draw,
    ...handsThat(draw),
    close() {
      act(() => root.unmount());
      services.words.close();
      services.boardMap.close();
      place.remove();
    },
  };
}

interface OpenMap extends Pick<ShownPanel, 'doc' | 'said' | 'draw'> {
  readonly services: MapServices;
}

/** The map of a template, whose frames pass when a test says so. */
function openMap({ template, readOnly = false, isFacilitator = true }: ShowOptions): OpenMap {
  const start = readTemplate(template ?? 'employment');
  if (!start) throw new Error('there is no such template');
  const doc = new Y.Doc();
  Y.applyUpdate(doc, firstDocument(start.map));
  const frames: (() => void)[] = [];
  let ids = 0;
  const boardMap = new BoardMap({
    doc,
    readOnly,
    today: () => start.asOf,
    newId: () => `new${(ids += 1)}`,
    nextFrame: (run) => {
      frames.push(run);
      return () => {
        frames.length = 0;
      };
    },
  });
  boardMap.complete(mapParts);
  const { spoken, said } = listenTo();
  const undo = new Y.UndoManager([doc.getMap(roots.map)], { trackedOrigins: new Set([mapOrigin]), captureTimeout: 0 });
  const history = new History();
  history.attach({
    undo: () => (undo.undo() === null ? 'nothing' : 'all'),
    redo: () => (undo.redo() === null ? 'nothing' : 'all'),
  });
  const words = new KeptWords(() => performance.now(), holdKeys);
  return {
    doc,
    services: { boardMap, selection: new Selection(), spoken, history, words, isFacilitator },
    said,
    draw: () => act(() => frames.splice(0).forEach((run) => run())),
  };
}

function listenTo(): { readonly spoken: Spoken; readonly said: readonly string[] } {
  const said: string[] = [];
  const spoken = new Spoken({
    after: (_, run) => {
      queueMicrotask(run);
      return () => {};
    },
  });
  const say = spoken.say.bind(spoken);
  spoken.say = (sentence) => {
    said.push(sentence);
    say(sentence);
  };
  return { spoken, said };
}

/** Keys, clicks and typing as a person would, each with the frame after it. */
function handsThat(draw: () => void): Pick<ShownPanel, 'press' | 'click' | 'type' | 'leave'> {
  return {
    press(key, how = {}) {
      act(() => {
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...how }),
        );
      });
      draw();
    },
    click(element) {
      if (!(element instanceof HTMLElement)) throw new Error('there is nothing to click');
      act(() => element.click());
      draw();
    },
    type(field, text) {
      if (!(field instanceof HTMLElement)) throw new Error('there is no field to type in');
      act(() => {
        field.focus();
        const setter = field.matches('textarea')
          ? setters.textarea
          : field.matches('select')
            ? setters.select
            : setters.input;
        setter?.call(field, text);
        field.dispatchEvent(new Event(field.matches('select') ? 'change' : 'input', { bubbles: true }));
      });
      draw();
    },
    leave() {
      act(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined));
      draw();
    },
  };
}
