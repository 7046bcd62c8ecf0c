/** The problem-solving cycle as a picture: all rounds, or one of them alone. */
import type { ReportWords } from '#shared/picture/ReportWords.ts';
import { type CycleLook, cycleWords } from '../drawings/CycleLook.ts';
import { drawExperiment } from '../drawings/drawExperiment.ts';
import { drawLink } from '../drawings/drawLink.ts';
import { drawNote } from '../drawings/drawNote.ts';
import { drawQuarter } from '../drawings/drawQuarter.ts';
import { drawRound, roundTitle } from '../drawings/drawRound.ts';
import { placed } from '../drawings/Shape.ts';
import type { MapIndex } from '../map/MapIndex.ts';
import { cyclePalettes } from '../views/cycle/cyclePalette.ts';
import { cycleThings } from '../drawings/cycleThings.ts';
import { framePalettes } from '../views/frame/framePalette.ts';
import type { Picture } from './Picture.ts';

const margin = 40;

/** Null while there is no round. */
export function drawCycle(index: MapIndex, words: ReportWords, only: number | null = null): Picture | null {
  const { map, asOf } = index;
  const { layout, rounds, links, notes, experiments } = cycleThings(map, { asOf, left: 0, litStage: null, only });
  const { bounds } = layout;
  if (bounds === null) return null;
  const { picture, stage: stages } = words.texts;
  // Picture files are on paper.
  const look: CycleLook = { palette: cyclePalettes.light, words: cycleWords(words.language, words.t), isFar: false };
  const shown = map.iterations.find(({ number }) => number === only);
  return {
    x: bounds.x - margin,
    y: bounds.y - margin,
    width: bounds.width + margin * 2,
    height: bounds.height + margin * 2,
    background: framePalettes.light.paper,
    title: shown ? roundTitle(shown, look.words) : picture.cycleTitle,
    description: words.fill(picture.cycleDescription, {
      rounds: rounds.length,
      notes: notes.length,
      experiments: experiments.length,
    }),
    shapes: [
      ...rounds.flatMap(({ at, facts, quarters }) => [
        placed(at, roundTitle(facts, look.words), drawRound(facts, look)),
        ...quarters.map((quarter) => placed(at, stages[quarter.facts.stage], drawQuarter(quarter.facts, look))),
      ]),
      ...links.map(({ at, facts }) => placed(at, undefined, drawLink(facts, look.palette))),
      ...notes.map(({ note, place, facts }) => placed(place.box, note.text, drawNote(facts, look))),
      ...experiments.map(({ experiment, place, facts }) =>
        placed(place.box, experiment.title, drawExperiment(facts, look)),
      ),
    ],
  };
}
