/**
 * Every text of the interface in English. Other languages have the same keys; `{{name}}` is filled in by the program. Loaded
 * after the canvas: what a page needs before stands in `enFirst.ts` (WEIGHT-4).
 */
import { enActions } from './enActions.ts';
import { enCycle } from './enCycle.ts';
import { enCyclePanel } from './enCyclePanel.ts';
import { enDevices } from './enDevices.ts';
import { enDrafts } from './enDrafts.ts';
import { enFirst } from './enFirst.ts';
import { enMap } from './enMap.ts';
import { enMapFirst } from './enMapFirst.ts';
import { enNotices } from './enNotices.ts';
import { enOperatorRefusals } from './enOperatorRefusals.ts';
import { enPanelRefusals } from './enPanelRefusals.ts';
import { enPeople } from './enPeople.ts';
import { enRefused } from './enRefused.ts';
import { enRoom } from './enRoom.ts';
import { enSnapshots } from './enSnapshots.ts';
import { enTakeHome } from './enTakeHome.ts';
import { enSealed } from './enSealed.ts';
import { enSealedRefusals } from './enSealedRefusals.ts';
import { enWords } from './enWords.ts';
import { enWorkshop } from './enWorkshop.ts';
import { enWorkshopRefusals } from './enWorkshopRefusals.ts';

export const en = {
  ...enFirst,
  notice: enNotices,
  refused: enRefused,
  refusal: {
    ...enFirst.refusal,
    ...enOperatorRefusals,
    ...enPanelRefusals,
    ...enWorkshopRefusals,
    ...enSealedRefusals,
  },
  drafts: enDrafts,
  workshop: enWorkshop,
  sealed: enSealed,
  snapshots: enSnapshots,
  room: enRoom,
  takeHome: enTakeHome,
  ...enWords,
  share: {
    title: 'Share',
    facilitatorLink: 'Link for facilitators',
    participantLink: 'Link for participants',
    observerLink: 'Link for observers',
    copyLink: 'Copy link',
    copyRole: 'Copy link for {{role}}s',
    reset: 'Reset link',
    resetRole: 'Reset link for {{role}}s',
    resetAsk: 'The old link stops working at once. People who are already here stay. Reset it?',
    resetYes: 'Reset',
    resetOwner: 'Only {{name}}, the owner of this board, can reset this link.',
    resetDone: 'The link is new; the old one no longer works.',
    ends: 'Ends',
    endsRole: 'End of the link for {{role}}s',
    endsNever: 'never',
    endsToday: 'today at midnight',
    endsDays_one: 'in {{count}} day',
    endsDays_other: 'in {{count}} days',
    endsDate: 'on a date…',
    endsDateLabel: 'Last day on which it works',
    endsPast: 'Choose today or a later day.',
    endsOn: 'at the end of {{day}}',
    endedOn: 'over since the end of {{day}}',
    over: 'Nobody joins by this link any more. Choose another end, or reset it for a new one.',
    closeTable: 'Close the table: nobody new can join',
    closeTableHint: 'Who has joined stays and comes back. The link for facilitators still works.',
    codeTitle: 'Code for the room',
    codeHint:
      'Participants can type it on the start page. It ends with the workshop, or two weeks after the last work on the board; then a new one stands here.',
    qrTitle: 'Scan to join',
    qrAlt: 'QR code of the link for participants, at {{address}}',
    personalTitle: 'Your own way back',
    personalHint: 'Opens this board as you on another device. Keep it to yourself.',
    personalOwner:
      'This board is yours: this link opens it on any device as you, its owner. Keep it where you find it again, and to yourself.',
    ownerTitle: 'This board is yours',
    ownerHint:
      'Your return link brings you back as its owner, on any device. Keep it where you find it again, and to yourself. It also stands in “Share”.',
    ownerHere:
      'Your return link brings you back as its owner, on this device. For others, open the board at the address that others use; the link also stands in “Share”.',
    personalOnlyHere:
      'This page was opened at an address that works on this device only. Open the board at the address that others use.',
    personalCopy: 'Copy my return link',
    personalReset: 'Make a new return link',
    personalResetAsk:
      'The return link that you have now stops working at once; your devices stay on the board. Make a new one?',
    personalResetDone: 'Your return link is new; the one before no longer works.',
    personalResetFailed: 'Your return link is as it was. {{reason}}',
    failed: 'The links could not be loaded. {{reason}}',
    address: 'Address for others',
    addressHint: 'If it does not open on a phone in the room, choose another one.',
    lacking: {
      host: 'Others cannot open this board: the server lets only this computer in. Start it without HOST.',
      network: 'Others cannot open this board: this computer is in no network just now.',
      publicOrigin:
        'Others cannot open this board: PUBLIC_ORIGIN names this computer only. Set it to the address that people open.',
      proxy: 'Open the board at the address of the proxy, or set PUBLIC_ORIGIN to it; then links begin with it.',
      container:
        'The server runs in a container and does not know the address of its computer. Open the board at that address, or set PUBLIC_ORIGIN to it.',
    },
    askFacilitator: 'Links to this board come from its facilitators.',
  },
  settings: {
    title: 'Settings',
    theme: 'Appearance',
    themeSystem: 'Like the device',
    themeLight: 'Light',
    themeDark: 'Dark',
    themeContrast: 'High contrast',
    language: 'Language',
    deleteTitle: 'Delete this board',
    deleteHint: 'For everybody and for good: the board, its pictures, its links and the names of its people.',
    deleteAsk: 'Delete…',
    deleteOwner: 'Only {{name}}, the owner of this board, can delete it.',
    deleteLabel: 'To be sure, type the name of the board: {{title}}',
    deleteYes: 'Delete for everybody',
    deleting: 'Deleting…',
    deleteFailed: 'The board was not deleted. {{reason}}',
    devices: enDevices,
    setAsideTitle: 'Set aside on this device',
    setAsideHint:
      'What the server did not take, or took back. Put it on the board again, or keep it as a file, before you remove it.',
  },
  keys: {
    title: 'Keyboard',
    singleLetters: 'Use single letters as shortcuts',
    singleLettersHint: 'Switch off if you dictate or use a screen reader.',
    select: 'Select',
    hand: 'Move the board',
    draw: 'Draw',
    eraser: 'Erase',
    arrow: 'Arrow',
    text: 'Text',
    note: 'Note',
    raiseHand: 'Raise or lower your hand',
    undo: 'Undo your own last act',
    redo: 'Do it again',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    fit: 'See everything',
    delete: 'Delete what is selected',
    help: 'Show this help',
    escape: 'Close a panel, or let go',
  },
  map: { ...enMapFirst, ...enMap },
  cycle: { ...enFirst.cycle, ...enCycle, panel: enCyclePanel },
  people: { ...enFirst.people, ...enPeople },
  actions: enActions,
} as const;

/** The same keys with other texts: what another language has to provide. */
export type Texts<T = typeof en> = { readonly [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };
