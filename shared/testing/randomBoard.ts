/** A document that people might have made: a template or nothing, random commands, random drawings. The same from the same seed. */
import * as Y from 'yjs';
import { firstRecords } from '../board/firstRecords.ts';
import { applyChanges, readMap, writeTemplate } from '../board/mapDocument.ts';
import { writeChanges, writeRecord, type CanvasRecord } from '../board/record.ts';
import { documentVersion, roots } from '../board/roots.ts';
import { runCommand } from '../map/commands/runCommand.ts';
import { mapOf } from '../map/PartnershipMap.ts';
import { readTemplate } from '../templates/readTemplate.ts';
import { templateIds } from '../templates/templates.ts';
import { commandFor, commandKinds } from './mapCommands.ts';
import { sheetCommandFor, sheetCommandKinds } from './sheetCommands.ts';
import { createRandom, type Random } from './random.ts';

type Fields = CanvasRecord & Readonly<Record<string, unknown>>;

export interface RandomBoardOptions {
  /** what it begins with; left out = any template or none */
  readonly template?: string;
  readonly commands?: number;
  readonly drawings?: number;
  /** ids of pictures that drawings may show */
  readonly pictures?: readonly string[];
}

export function randomBoard(seed: number, options: RandomBoardOptions = {}): Y.Doc {
  const random = createRandom(seed);
  const doc = new Y.Doc();
  doc.clientID = 1 + random.below(1_000_000);
  const template = options.template ?? random.pick([...templateIds]);
  doc.transact(() => {
    doc.getMap(roots.meta).set('version', documentVersion);
    writeTemplate(doc, readTemplate(template)?.map ?? mapOf({}));
    for (const record of firstRecords()) writeRecord(doc.getMap(roots.canvas), record);
  });
  changeBoard(doc, random, options.commands ?? random.below(60), String(seed));
  drawOn(doc, random, options.drawings ?? random.below(30), options.pictures ?? []);
  return doc;
}

/** Gives random commands; `name` keeps the ids of two such rounds apart. */
export function changeBoard(doc: Y.Doc, random: Random, commands: number, name: string): void {
  let ids = 0;
  for (let turn = 0; turn < commands; turn++) {
    const map = readMap(doc);
    const kinds = commandKinds + sheetCommandKinds;
    const [what = 0, a = 0, b = 0, c = 0] = [kinds, 1000, 1000, 1000].map((end) => random.below(end));
    const choice = { what: what % commandKinds, a, b, c };
    const isOfSheets = what >= commandKinds;
    const command = isOfSheets
      ? sheetCommandFor(map, { ...choice, what: what - commandKinds })
      : commandFor(map, choice);
    if (command === null) continue;
    const result = runCommand(map, command, { today: '2026-03-02', newId: () => `r${name}-${++ids}` });
    if (result.ok) applyChanges(doc, result.changes, null);
  }
}

function drawOn(doc: Y.Doc, random: Random, drawings: number, pictures: readonly string[]): void {
  const canvas = doc.getMap(roots.canvas);
  const drawn: Fields[] = [];
  doc.transact(() => {
    for (let turn = 0; turn < drawings; turn++) {
      const before = drawn.length > 0 && random.chance(0.3) ? random.pick(drawn) : null;
      if (before === null) {
        const made = drawing(turn, random, pictures);
        for (const record of made) writeRecord(canvas, record);
        drawn.push(...made.filter((record) => record.typeName === 'shape'));
      } else
        writeChanges(canvas, before, {
          ...before,
          x: random.below(2000) / 4,
          opacity: random.pick([0.5, 1]),
        } as Fields);
    }
  });
}

function drawing(turn: number, random: Random, pictures: readonly string[]): Fields[] {
  const type = random.pick(['geo', 'note', 'text', 'draw', 'arrow', ...(pictures.length > 0 ? ['image'] : [])]);
  const shape = {
    id: `shape:r${turn}`,
    typeName: 'shape',
    type,
    x: random.below(4000) / 8,
    y: random.below(4000) / 8,
    rotation: random.below(4) / 2,
    index: `a${1 + turn}`,
    parentId: 'page:page',
    isLocked: false,
    opacity: 1,
    meta: random.chance(0.2) ? { by: turn } : {},
  };
  if (type !== 'image') return [{ ...shape, props: propsOf(type, turn, random) }];
  const id = `asset:r${turn}`;
  const src = `asset:${random.pick(pictures)}`;
  const size = { w: 40 + random.below(90), h: 40 };
  return [
    {
      id,
      typeName: 'asset',
      type: 'image',
      props: { ...size, name: 'p', isAnimated: false, mimeType: 'image/png', src },
      meta: {},
    },
    {
      ...shape,
      props: { ...size, playing: true, url: '', assetId: id, crop: null, flipX: false, flipY: false, altText: '' },
    },
  ];
}

function propsOf(type: string, turn: number, random: Random): Record<string, unknown> {
  const look = { color: random.pick(['red', 'blue', 'black']), size: 'm', scale: 1 };
  if (type === 'draw')
    return {
      ...look,
      fill: 'none',
      dash: 'draw',
      segments: [
        {
          type: 'free',
          points: [
            { x: 0, y: 0, z: 0.5 },
            { x: random.below(99), y: 7.25, z: 0.5 },
          ],
        },
      ],
      isComplete: true,
      isClosed: false,
      isPen: false,
    };
  if (type === 'arrow')
    return {
      ...look,
      kind: 'arc',
      elbowMidPoint: 0.5,
      dash: 'draw',
      fill: 'none',
      labelColor: 'black',
      font: 'draw',
      arrowheadStart: 'none',
      arrowheadEnd: 'arrow',
      bend: 0,
      start: { x: 0, y: 0 },
      end: { x: random.below(200), y: 40 },
      text: random.chance(0.5) ? `why ${turn}` : '',
      labelPosition: 0.5,
    };
  const words = random.pick([`Note ${turn}`, 'Überall, 学校 🙂', '']);
  const marks = random.chance(0.3) ? [{ type: 'bold' }] : null;
  const paragraph =
    words === ''
      ? { type: 'paragraph' }
      : { type: 'paragraph', content: [{ type: 'text', ...(marks ? { marks } : {}), text: words }] };
  const list = { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph] }] };
  const richText = { type: 'doc', content: random.chance(0.2) ? [list] : [paragraph] };
  const words3 = { font: 'draw', richText };
  if (type === 'note')
    return {
      ...look,
      ...words3,
      labelColor: 'black',
      fontSizeAdjustment: 0,
      align: 'middle',
      verticalAlign: 'middle',
      growY: 0,
      url: '',
    };
  if (type === 'text') return { ...look, ...words3, textAlign: 'start', w: 100 + turn, autoSize: true };
  return {
    ...look,
    ...words3,
    geo: 'rectangle',
    dash: 'draw',
    url: '',
    w: 100,
    h: 50 + turn,
    growY: 0,
    labelColor: 'black',
    fill: 'none',
    align: 'middle',
    verticalAlign: 'middle',
  };
}
