/** Makes the files of an export one after the other, all from the same moment (EXPORT-2). */
import * as Y from 'yjs';
import { forgetRated } from '#shared/board/forgetRated.ts';
import { readMap } from '#shared/board/mapDocument.ts';
import { fileContentOf, imageIdsOf, writeBoardFile } from '#shared/boardFile/writeBoardFile.ts';
import { indexMap, type MapIndex } from '#shared/map/MapIndex.ts';
import type { PartnershipMap } from '#shared/map/PartnershipMap.ts';
import { withoutRatings, withRatings } from '#shared/map/ratings.ts';
import { shownPulses } from '#shared/map/readings/pulse.ts';
import { drawCycle } from '#shared/picture/drawCycle.ts';
import { drawFrame } from '#shared/picture/drawFrame.ts';
import { drawPulse } from '#shared/picture/drawPulse.ts';
import { drawSeries } from '#shared/picture/drawSeries.ts';
import { drawSheets } from '#shared/picture/drawSheets.ts';
import { drawStructure } from '#shared/picture/drawStructure.ts';
import type { Picture } from '#shared/picture/Picture.ts';
import { pictureSvg } from '#shared/picture/pictureSvg.ts';
import { withCaption } from '#shared/picture/withCaption.ts';
import { withPngTexts } from '#shared/picture/withPngTexts.ts';
import { workshopsOf } from '#shared/record/workshopsOf.ts';
import { actionsCsv } from '#shared/report/actionsCsv.ts';
import { recordCsv } from '#shared/report/recordCsv.ts';
import { registerText } from '#shared/report/register.ts';
import { onePage } from '#shared/report/papers/onePage.ts';
import { poster } from '#shared/report/papers/poster.ts';
import type { PictureBlock } from '#shared/report/Report.ts';
import type { ReportContext } from '#shared/report/ReportContext.ts';
import { reportMarkdown } from '#shared/report/reportMarkdown.ts';
import { funderReport, participantReport, summaryReport } from '#shared/report/reports.ts';
import { ReportWords } from '#shared/picture/ReportWords.ts';
import { wordsIn } from '#shared/words/wordsIn.ts';
import { RecordSpeech } from '#shared/report/sections/RecordSpeech.ts';
import { zonedMoment } from '#shared/report/zonedMoment.ts';
import { takeHomeFiles, takeHomeNames, type TakeHomeName } from '#shared/wire/export.ts';
import { actionsCalendar } from './actionsCalendar.ts';
import { docxReport } from './docxReport.ts';
import type { AssetSource, ExportJob, MadeFile } from './ExportJob.ts';
import { interFontFaces } from './interFonts.ts';
import { dayIn, stateWords } from './momentWords.ts';
import { paperPdf } from './pdf/paperPdf.ts';
import { pdfReport } from './pdf/pdfReport.ts';
import { picturePng } from './picturePng.ts';
import { readmeText } from './readmeText.ts';

type Making = () => Uint8Array | Promise<Uint8Array>;

/** A file that will be made, by its name and its place in the pack. */
export interface PlannedFile {
  readonly name: TakeHomeName | 'README.txt';
  readonly path: string;
  readonly make: Making;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Everything that can be made of this moment. Nothing is made before it is asked for. */
export async function planFiles(job: ExportJob, assets: AssetSource): Promise<readonly PlannedFile[]> {
  const doc = documentOf(job.state);
  const map = titled(withoutRatings(readMap(doc)), job.title);
  const asOf = dayIn(job.zone, job.takenAtMs);
  const index = indexMap(map, asOf);
  const words = new ReportWords(await wordsIn(job.language));
  const state = stateWords(words, job.zone, job.takenAtMs);
  const takenAt = zonedMoment(job.takenAtMs, job.zone);
  const record = workshopsOf(job.record);
  const speech = new RecordSpeech(words, job.zone);
  const context: ReportContext = {
    index,
    words,
    state,
    before: beforeOf(job, words),
    record,
    zone: job.zone,
    withNames: job.withNames,
    withTrust: job.withTrust,
  };
  const onPaper = { index, words, state, snapshot: job.lastNamed, record, withTrust: job.withTrust };
  const participants = once(() => participantReport(context));
  const funders = once(() => funderReport(context));
  const pngInReports = sharedPng();
  const rated = once(() => indexMap(withRatings(map, new Map(job.ratings)), asOf));
  const { svg, png } = pictureMakings(index, words, state);
  /** null: there is nothing for it. A file of the table that nobody makes does not compile. */
  const makings: Readonly<Record<TakeHomeName, Making | null>> = {
    'summary.pdf': () => pdfReport(summaryReport(context), words, job.takenAtMs),
    'one-page.pdf': () => paperPdf(onePage(onPaper, job.paper), job.takenAtMs),
    'poster.pdf': () => paperPdf(poster(onPaper, job.paper, job.way), job.takenAtMs),
    'participants.docx': () => docxReport(participants(), words, pngInReports),
    'participants.md': () => bytesOf(reportMarkdown(participants(), '../pictures')),
    'funders.docx': () => docxReport(funders(), words, pngInReports),
    'funders.md': () => bytesOf(reportMarkdown(funders(), '../pictures')),
    'frame.png': png('frame'),
    'frame.svg': svg('frame'),
    'cycle.png': png('cycle'),
    'cycle.svg': svg('cycle'),
    'structure.png': png('structure'),
    'structure.svg': svg('structure'),
    'sheets.png': png('sheets'),
    'sheets.svg': svg('sheets'),
    'goal.png': png('goal'),
    'goal.svg': svg('goal'),
    'pulse.png': png('pulse'),
    'pulse.svg': svg('pulse'),
    'register.csv': () => bytesOf(registerText(index, { internal: false, takenAt })),
    'register-internal.csv':
      job.ratings.length === 0 ? null : () => bytesOf(registerText(rated(), { internal: true, takenAt })),
    'actions.csv': () => bytesOf(actionsCsv(index, takenAt)),
    'actions.ics': () => bytesOf(actionsCalendar(index, words, { board: job.board, state, takenAtMs: job.takenAtMs })),
    'record.csv': () => bytesOf(recordCsv(record, { partnership: map.partnership.name, takenAt }, speech)),
    'board.json': () => boardFile(job, doc, assets),
  };
  const files = takeHomeNames.flatMap((name): PlannedFile[] => {
    const make = makings[name];
    return make === null ? [] : [{ name, path: pathOf(name), make }];
  });
  if (job.wanted !== 'pack.zip') return files;
  return [readme(files, job, words, state), ...files];
}

/** A partnership that has no name yet is called as its board is, in every file. */
function titled(map: PartnershipMap, title: string): PartnershipMap {
  if (map.partnership.name.trim() !== '') return map;
  return { ...map, partnership: { ...map.partnership, name: title } };
}

function pathOf(name: TakeHomeName): string {
  const { folder } = takeHomeFiles[name];
  return folder === '' ? name : `${folder}/${name}`;
}

/** Made one after the other. */
export async function* makeFiles(files: readonly PlannedFile[]): AsyncGenerator<MadeFile> {
  for (const { path, make } of files) yield { path, bytes: await make() };
}

function documentOf(state: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  forgetRated(doc);
  return doc;
}

function beforeOf({ before, zone }: ExportJob, words: ReportWords): ReportContext['before'] {
  if (before === null) return null;
  const map = withoutRatings(readMap(documentOf(before.state)));
  const day = dayIn(zone, before.takenAtMs);
  const { since } = words.texts.changes;
  const { name, reason, detail } = before;
  const form =
    name === null ? (reason === 'start' || reason === 'end' || reason === 'step' ? reason : 'other') : 'named';
  const label = words.fill(since[form], { name: name ?? detail ?? '', day: words.day(day) });
  return { index: indexMap(map, day), label };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** The same picture stands in several reports. */
function sharedPng(): (block: PictureBlock) => Uint8Array {
  const made = new Map<string, Uint8Array>();
  return ({ name, picture }) => {
    const found = made.get(name) ?? picturePng(picture, { scale: 2, maxSide: 3_000 });
    made.set(name, found);
    return found;
  };
}

type Drawing = 'frame' | 'cycle' | 'structure' | 'sheets' | 'goal' | 'pulse';

/** The pictures in both forms; null for one that there is nothing for. */
function pictureMakings(index: MapIndex, words: ReportWords, state: string) {
  const caption = `${index.map.partnership.name} · ${state}`;
  const pulse = shownPulses(index).at(-1);
  const drawn: Readonly<Record<Drawing, Picture | null>> = {
    frame: drawFrame(index, words),
    cycle: drawCycle(index, words),
    structure: drawStructure(index, words, undefined, { withKey: true }),
    sheets: drawSheets(index.map, words),
    goal: drawSeries(index, words),
    pulse: pulse ? drawPulse(index, pulse, words) : null,
  };
  const captioned = (picture: Picture) => once(() => withCaption(picture, caption));
  const svg = (name: Drawing): Making | null => {
    const picture = drawn[name];
    if (picture === null) return null;
    const whole = captioned(picture);
    return () => {
      const named = { statement: state, language: words.language };
      return bytesOf(pictureSvg(whole(), { ...named, fontFaces: interFontFaces(pictureSvg(whole(), named)) }));
    };
  };
  const png = (name: Drawing): Making | null => {
    const picture = drawn[name];
    if (picture === null) return null;
    const whole = captioned(picture);
    return () => withPngTexts(picturePng(whole()), { Title: caption, Description: `${picture.description} ${state}` });
  };
  return { svg, png };
}

async function boardFile(job: ExportJob, doc: Y.Doc, assets: AssetSource): Promise<Uint8Array> {
  const content = fileContentOf(doc);
  const pictures = [];
  for (const id of imageIdsOf(content.records)) {
    const asset = await assets(id);
    if (asset !== null) pictures.push({ id, type: asset.type, data: Buffer.from(asset.bytes).toString('base64') });
  }
  return bytesOf(
    writeBoardFile(content, {
      title: job.title,
      exportedAtMs: job.takenAtMs,
      pictures,
      record: job.record,
      withNames: job.withNames,
    }),
  );
}

function readme(files: readonly PlannedFile[], job: ExportJob, words: ReportWords, state: string): PlannedFile {
  const paths = files.map(({ path }) => path);
  return {
    name: 'README.txt',
    path: 'README.txt',
    make: () => bytesOf(readmeText({ title: job.title, state, paths, withNames: job.withNames, words })),
  };
}
