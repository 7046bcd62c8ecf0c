/** What stands on the canvas and what stands in a picture file is one drawing: same words, letters and colors. */
import { EditorProvider, type Editor, type ShapeUtil, type TLPageId } from '@tldraw/tldraw';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { beforeAll, describe, expect, it } from 'vitest';
import { createTexts, takeTexts } from '#client/locales/createTexts.ts';
import { indexMap } from '#shared/map/MapIndex.ts';
import { nothingOpened } from '#shared/views/sheet/SheetLayout.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { drawCycle } from '#shared/picture/drawCycle.ts';
import { drawFrame } from '#shared/picture/drawFrame.ts';
import type { Picture } from '#shared/picture/Picture.ts';
import { pictureSvg } from '#shared/picture/pictureSvg.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { templateIds } from '#shared/templates/templates.ts';
import { cyclePalettes } from '#shared/views/cycle/cyclePalette.ts';
import { framePalettes } from '#shared/views/frame/framePalette.ts';
import { paletteProperty } from '#shared/views/frame/paletteProperty.ts';
import cycleTexts from '#shared/words/en/cycle.json' with { type: 'json' };
import { reportWords as words } from '#shared/testing/english.ts';
import { cycleDrawings } from '../cycle/cycleDrawings.ts';
import { cycleView } from '../cycle/cycleView.ts';
import { cycleProjecting } from '../cycle/projectCycle.ts';
import { giveCycleDrawings } from '../cycle/lateDrawings.ts';
import { frameView } from '../frame/frameView.ts';
import { projectFrame } from '../frame/projectFrame.ts';

const asOf = '2026-03-02';
/** As it stands in front of somebody who looks at it from near. */
const editor = {
  getZoomLevel: () => 2,
  getEditingShapeId: () => null,
  getSelectedShapes: () => [],
} as unknown as Editor;

interface Thing {
  readonly type: string;
  readonly props: object;
}

const colors = new Map<string, string>([
  ...Object.entries(framePalettes.light).map(([name, color]) => [paletteProperty('frame', name), color] as const),
  ...Object.entries(cyclePalettes.light).map(([name, color]) => [paletteProperty('cycle', name), color] as const),
]);

/** Without the buttons over it. */
function onCanvas({ type, props }: Thing): string {
  const Util = [...frameView.shapeUtils, ...cycleView.shapeUtils].find((util) => util.type === type);
  if (!Util) throw new Error(`no shape ${type}`);
  const shape = { id: 'shape:it', type, x: 0, y: 0, props };
  const util = new Util(editor) as unknown as ShapeUtil & { component(one: object): ReactElement };
  const markup = renderToStaticMarkup(<EditorProvider editor={editor}>{util.component(shape)}</EditorProvider>);
  const drawn = markup.replaceAll(/<button\b.*?<\/button>/g, '').replaceAll('&#x27;', "'");
  return drawn.replaceAll(/var\((--[\w-]+)\)/g, (whole, name: string) => colors.get(name) ?? whole);
}

/** Each form and each line of text with how it is painted; where it stands is the layout's. */
function marksOf(markup: string): readonly string[] {
  return [...markup.matchAll(/<(rect|circle|path|text)\b([^>]*)>([^<]*)/g)].map(([, tag, attributes = '', text]) => {
    const of = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    const paint = ['fill', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'font-size', 'font-weight'].map(of);
    return [tag, text, ...paint.map((value) => rounded(value)), of('font-style')].join('|');
  });
}

const rounded = (value: string) =>
  value.replaceAll(/\d+\.\d+/g, (number) => String(Math.round(Number(number) * 100) / 100));

/** What is in the picture and not on the canvas; fails for what is on the canvas alone. */
function onlyInPicture(things: readonly Thing[], picture: Picture): readonly string[] {
  const left = marksOf(pictureSvg(picture)).slice(1); // without the paper
  for (const thing of things)
    for (const mark of marksOf(onCanvas(thing))) {
      const at = left.indexOf(mark);
      if (at < 0) throw new Error(`${thing.type}: the picture has no ${mark}`);
      left.splice(at, 1);
    }
  return left;
}

function mapOf(id: string): PartnershipMap {
  const template = readTemplate(id);
  if (!template) throw new Error(`no template ${id}`);
  return template.map;
}

/** The shapes of the frame, or of all rounds without the spots that are pressed: files have none. */
function shapesOf(map: PartnershipMap, view: 'frame' | 'cycle'): readonly Thing[] {
  const setting = {
    asOf,
    litStage: null,
    page: 'page:page' as TLPageId,
    opened: nothingOpened,
    areaOf: () => ({ x: 0, y: 0, width: 1, height: 1 }),
  };
  if (view === 'frame') return projectFrame(map, asOf, setting.page).records;
  const { records } = cycleProjecting()(map, setting);
  return records.map((shape) => ('next' in shape.props ? { ...shape, props: { ...shape.props, next: null } } : shape));
}

/** Engagements, sectors of the board's own, and people of all kinds that no template has together. */
function everythingOn(map: PartnershipMap): PartnershipMap {
  const [organization] = map.organizations;
  const { [0]: note } = map.notes;
  const [experiment] = map.experiments;
  if (!organization || !note || !experiment) throw new Error('too little on the map');
  return {
    ...map,
    organizations: [
      ...map.organizations,
      { ...organization, id: 'waits', name: 'A', sector: null, engagement: 'partner' },
      { ...organization, id: 'left', name: '', sector: 'faith', engagement: 'left' },
      { ...organization, id: 'asked', name: 'Name '.repeat(30), sector: 'labor', engagement: 'observer' },
    ],
    notes: [...map.notes, { ...note, id: 'parked', parked: true, votes: 1, level: 'mixed', tag: 'evidence' }],
    experiments: [
      ...map.experiments,
      { ...experiment, id: 'empty', title: '', end_on: '2026-03-01', hypothesis_note_id: null, hypothesis: '' },
      { ...experiment, id: 'over', status: 'finished', decision: 'adapt', result: 'We saw it. '.repeat(20) },
    ],
  };
}

describe('a drawing', () => {
  beforeAll(async () => {
    takeTexts(await createTexts('en'), cycleTexts);
    giveCycleDrawings(cycleDrawings);
  });

  const maps = [
    ...templateIds.map((id) => [id, mapOf(id)] as const),
    ['everything', everythingOn(mapOf('employment'))] as const,
  ];

  it.each(maps)('[EXPORT-18] of the frame is the same on the canvas and in files: %s', (_, map) => {
    const index = indexMap(map, asOf);
    const legend = onlyInPicture(shapesOf(map, 'frame'), drawFrame(index, words));
    const said = legend.filter((mark) => mark.startsWith('text')).map((mark) => mark.split('|')[1]);
    expect(said.slice(0, 13)).toEqual([
      'D',
      'Designee',
      'Do',
      'Doer',
      'DM',
      'Decision-maker',
      '?',
      'nobody of this kind yet',
      'essential interest',
      'supporting interest',
      'not at the table',
      '?',
      'nobody speaks for it yet',
    ]);
  });

  it.each(maps)('[EXPORT-18] of the cycle is the same on the canvas and in files: %s', (_, map) => {
    const picture = drawCycle(indexMap(map, asOf), words);
    const things = shapesOf(map, 'cycle');
    if (picture === null) expect(things).toEqual([]);
    else expect(onlyInPicture(things, picture)).toEqual([]);
  });
});
