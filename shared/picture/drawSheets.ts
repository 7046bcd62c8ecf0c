/** The sheets as a picture: each whole, with everything open, side by side in the order of their making. */
import { sheetThings, type SheetThings } from '../drawings/sheetThings.ts';
import { drawGroup } from '../drawings/drawGroup.ts';
import { drawIdea } from '../drawings/drawIdea.ts';
import { drawSheet } from '../drawings/drawSheet.ts';
import { placed, type GroupShape } from '../drawings/Shape.ts';
import { type SheetLook, sheetWords } from '../drawings/SheetLook.ts';
import type { PartnershipMap } from '../map/PartnershipMap.ts';
import { framePalettes } from '../views/frame/framePalette.ts';
import { sheetPalettes } from '../views/sheet/sheetPalette.ts';
import type { Picture } from './Picture.ts';
import type { ReportWords } from './ReportWords.ts';

const margin = 40;
const gap = 48;
/** More stand in rows below each other, so that the letters stay large enough to be read. */
const perRow = 3;

/** Null while nothing is written on any. */
export function drawSheets(map: PartnershipMap, words: ReportWords): Picture | null {
  // Picture files are on paper.
  const look: SheetLook = { palette: sheetPalettes.light, words: sheetWords(words.language, words.t) };
  const written = map.sheets.filter(({ id }) => map.ideas.some((idea) => idea.sheet_id === id));
  if (written.length === 0) return null;
  const shapes: GroupShape[] = [];
  let [x, y, width, lowest] = [0, 0, 0, 0];
  for (const [at, sheet] of written.entries()) {
    if (at % perRow === 0) [x, y] = [0, at === 0 ? 0 : lowest + gap];
    const things = sheetThings({ ...map, sheets: [sheet] }, { top: y, opened: null });
    const { bounds } = things.layout;
    if (bounds === null) continue;
    shapes.push(...sheetShapes(things, x - bounds.x, look));
    x += bounds.width + gap;
    width = Math.max(width, x - gap);
    lowest = Math.max(lowest, bounds.y + bounds.height);
  }
  const { picture } = words.texts;
  return {
    x: -margin,
    y: -margin,
    width: width + margin * 2,
    height: lowest + margin * 2,
    background: framePalettes.light.paper,
    title: picture.sheetsTitle,
    description: words.fill(picture.sheetsDescription, { sheets: written.length, notes: map.ideas.length }),
    shapes,
  };
}

function sheetShapes({ sheets, groups, ideas }: SheetThings, by: number, look: SheetLook): readonly GroupShape[] {
  const at = ({ box }: { readonly box: { readonly x: number; readonly y: number } }) => ({ x: box.x + by, y: box.y });
  return [
    ...sheets.map(({ place, facts }) => placed(at(place), facts.text, drawSheet(facts, look))),
    ...groups.map(({ place, facts }) => placed(at(place), facts.text, drawGroup(facts, look))),
    ...ideas.map(({ place, facts }) => placed(at(place), facts.text, drawIdea(facts, look))),
  ];
}
