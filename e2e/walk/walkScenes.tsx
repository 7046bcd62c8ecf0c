/** Pages with everything on them that can be pressed: each person's board, the pages before and after it, and rare messages. */
import * as v from 'valibot';
import { vi } from 'vitest';
import { sheetCommands } from '#client/canvas/sheet/testing/withSheet.ts';
import type { Line } from '#client/connection/line/Line.ts';
import { BoardContext } from '#client/board/BoardContext.ts';
import { openBoardFor, type BoardGiven } from '#client/testing/openBoardFor.ts';
import { type BoardCreated, Door } from '#shared/wire/http.ts';
import { joinAs, keyOf } from '#server/testing/openBoard.ts';
import { FailedPage } from '#client/app/FailedPage.tsx';
import { FailedPart } from '#client/app/FailedPart.tsx';
import { HomePage } from '#client/app/home/HomePage.tsx';
import { Notices } from '#client/app/notices/Notices.tsx';
import { RefusedPage } from '#client/app/join/RefusedPage.tsx';
import { WaitingPage } from '#client/app/board/WaitingPage.tsx';
import { JoinPage } from '#client/app/join/JoinPage.tsx';
import { applyChanges, readMap } from '#shared/board/mapDocument.ts';
import { runCommands } from '#shared/map/commands/runCommand.ts';
import { accents } from '#shared/testing/madeUpWords.ts';
import { BoardApi } from '../BoardApi.ts';
import { beginEverything } from '../pages/beginEverything.ts';
import type { WalkScene } from './ControlWalk.ts';
import { type Seated, showBoard, sitDown } from './showBoard.tsx';
import { pageServices, showPage, type Server } from './showPage.tsx';

export interface Scene extends Omit<WalkScene, 'show'> {
  readonly name: string;
  /** of the window, CSS pixels */
  readonly width: number;
  /** Returns how to close it. */
  readonly show: (server: Server) => Promise<() => void>;
}

const newBoard = (server: Server, template: string): Promise<BoardCreated> =>
  new BoardApi(server.origin).createBoard('Riverbend Works', template);

const offline: Extract<Line, { kind: 'offline' }> = { kind: 'offline', kept: 2, reason: 'network' };
const failed = { details: 'a fault', again: () => {} };

/** Ways from the bar to each panel, and a board with enough on it for the panel. */
const panels = {
  findings: { way: ['Findings'], template: 'detroit' },
  coverage: { way: ['Findings', 'Coverage'], template: 'detroit' },
  power: { way: ['Findings', 'Coverage', 'Influence and stake'], template: 'detroit' },
  outline: { way: ['Findings', 'Outline'], template: 'detroit' },
  lists: { way: ['Findings', 'Outline', 'Import or export'], template: 'blank' },
  sheets: { way: ['Findings', 'Sheets'], template: 'newark' },
  cycle: { way: ['Findings', 'Cycle'], template: 'detroit' },
  actions: { way: ['Findings', 'Actions'], template: 'detroit' },
  people: { way: ['Findings', 'People'], template: 'blank' },
  workshop: { way: ['Workshop'], template: 'blank' },
  vote: { way: ['Workshop', 'Activities', 'Dot vote'], template: 'blank' },
  pulse: { way: ['Workshop', 'Activities', 'Trust pulse'], template: 'blank' },
  snapshots: { way: ['Menu', 'Snapshots'], template: 'blank' },
  'take it home': { way: ['Menu', 'Take it home'], template: 'blank' },
  share: { way: ['Share'], template: 'blank' },
  settings: { way: ['Menu', 'Settings'], template: 'blank' },
  keys: { way: ['Menu', 'Help'], template: 'blank' },
} as const;

/** A sheet with notes in groups and in none, of somebody who is there. */
async function writeSheet({ connection }: Seated): Promise<void> {
  const { doc } = connection.view();
  await vi.waitFor(() => {
    if (readMap(doc).interests.length === 0) throw new Error('the board is not here yet');
  }, 10_000);
  const result = runCommands(readMap(doc), sheetCommands(), { today: '2026-03-02', newId: () => 'none' });
  if (!result.ok) throw new Error(result.code);
  applyChanges(doc, result.changes, null);
}

async function facilitatorsBoard(server: Server, template: string, devices?: number): Promise<() => void> {
  const board = await newBoard(server, template);
  const jordan = await sitDown(server, board, 'participant', 'Jordan Tate', await pageServices(server));
  // the only one that the walk sees with a sheet
  if (template === 'newark') await writeSheet(jordan);
  const close = await showBoard(server, board, 'facilitator', 'Ana Ruiz', devices);
  return () => {
    close();
    jordan.connection.stop();
  };
}

export const scenes: readonly Scene[] = [
  ...Object.entries(panels).map(([name, { way, template }]) => ({
    name: `the panel ${name} of a facilitator`,
    // the findings are not open from the start
    width: 1280,
    way,
    leavesOut: 'header[aria-label], [role="tablist"]',
    ends: ['Take back', 'Take the facilitator role back', 'Delete'],
    show: (server: Server) => facilitatorsBoard(server, template, name === 'settings' ? 4 : 1),
  })),
  {
    name: 'the bar of a facilitator',
    width: 1280,
    leavesOut: 'aside',
    ends: ['Start page'],
    show: (server) => facilitatorsBoard(server, 'blank'),
  },
  // before those that find the way past what floats gone through already
  ...(['participant', 'observer'] as const).map((role) => ({
    name: `what floats over the canvas of somebody: ${role}`,
    width: 390,
    leavesOut: 'header[aria-label], aside',
    // the part of who takes part has opened by itself
    ...(role === 'participant' ? { way: ['Close'] } : {}),
    show: async (server: Server) => {
      const board = await newBoard(server, 'blank');
      await beginEverything(new BoardApi(server.origin), board, ['later']);
      return showBoard(server, board, role, 'Jordan Tate');
    },
  })),
  {
    name: 'the board of a participant with a phone',
    width: 390,
    show: async (server) => {
      const board = await newBoard(server, 'blank');
      await beginEverything(new BoardApi(server.origin), board, ['later']);
      return showBoard(server, board, 'participant', 'Jordan Tate');
    },
  },
  {
    name: 'the board of an observer',
    width: 820,
    show: async (server) => {
      const board = await newBoard(server, 'blank');
      await beginEverything(new BoardApi(server.origin), board, ['later']);
      return showBoard(server, board, 'observer', 'Olga Lind');
    },
  },
  {
    name: 'the start page',
    width: 1440,
    show: async (server) => {
      const services = await pageServices(server);
      const board = await newBoard(server, 'blank');
      const { seat, person } = await joinAs(server, board, 'participant', 'Jordan Tate');
      for (const id of [board.id, 'abcdefghijklmnop', 'bcdefghijklmnopa'])
        services.visited.keep({
          id,
          title: 'Riverbend Works',
          role: 'participant',
          seat,
          person: person.id,
          name: 'Jordan Tate',
          visitedAt: Date.now(),
        });
      return showPage(services, <HomePage />);
    },
  },
  {
    name: 'the door',
    width: 390,
    show: async (server) => {
      const services = await pageServices(server);
      const board = await newBoard(server, 'blank');
      const { seat, person } = await joinAs(server, board, 'participant', 'Jordan Tate');
      const known = {
        id: board.id,
        title: 'Riverbend Works',
        role: 'participant',
        seat,
        person: person.id,
        name: 'Jordan Tate',
        visitedAt: Date.now() - 12 * 3_600_000,
      } as const;
      services.visited.keep(known);
      const door = v.parse(Door, {
        id: board.id,
        title: 'Riverbend Works',
        role: 'participant',
        retentionDays: null,
        organizations: [],
      });
      const key = keyOf(board.links.participant);
      return showPage(
        services,
        <>
          <JoinPage board={board.id} door={door} linkKey={key} known={known} onJoined={() => {}} />
          <RefusedPage code="unreachable" onRetry={() => {}} />
          <WaitingPage line={offline} onRetry={() => {}} />
          <FailedPage failed={failed} />
          <FailedPart title={accents('The panel failed')} hint={accents('Try again')} failed={failed} />
        </>,
      );
    },
  },
  {
    name: 'the messages over the canvas',
    width: 1440,
    show: async (server) => {
      const services = await pageServices(server);
      return showPage(
        services,
        <main>
          <div className="tl-container" tabIndex={0} />
          <BoardContext value={openBoardFor(everyNotice)}>
            <Notices />
          </BoardContext>
        </main>,
      );
    },
  },
];

const everyNotice: BoardGiven = {
  view: {
    line: { kind: 'readOnly', reason: 'newerDocument', kept: 0 },
    notices: [
      { id: 1, kind: 'undone', records: 2, reason: 'locked' },
      { id: 2, kind: 'noCopy' },
    ],
  },
  screen: {
    refused: 'too-large',
    unshown: [1, 2].map((n) => ({ id: `shape:${n}`, problem: 'unknown' })),
    kept: { what: 'some', direction: 'undo', times: 1 },
    endsGone: { arrows: 2, times: 1 },
  },
};
