import { expect, it } from 'vitest';
import { indexMap } from '../map/MapIndex.ts';
import { readTemplate } from '../templates/readTemplate.ts';
import { templates } from '../templates/templates.ts';
import { framePalettes } from '../views/frame/framePalette.ts';
import { textWidth } from '../views/frame/textWidth.ts';
import { reportWords } from '../testing/english.ts';
import { drawGoal } from './drawGoal.ts';
import { type FrameLook, frameWords } from './FrameLook.ts';
import { frameThings } from './frameThings.ts';

const look: FrameLook = {
  palette: framePalettes.light,
  words: frameWords(reportWords.language, reportWords.t),
  detail: 'full',
};

function linesOf(name: string) {
  const found = readTemplate(name);
  if (found === null) throw new Error(`there is no template ${name}`);
  const { facts } = frameThings(indexMap(found.map, found.asOf)).goal;
  const [disc] = drawGoal(facts, look);
  const lines = disc?.kind === 'group' ? disc.shapes.flatMap((shape) => (shape.kind === 'text' ? [shape] : [])) : [];
  return { facts, lines };
}

it.each(Object.keys(templates))(
  '[FRAME-35] the goal of %s stands whole in its disc, in letters that can be read',
  (name) => {
    const { facts, lines } = linesOf(name);
    const words = lines.map(({ text }) => text).join(' ');
    if (facts.text !== '') expect(words).toContain(facts.text);
    expect(Math.min(...lines.slice(1).map(({ size }) => size))).toBeGreaterThan(9);
    for (const { text, x, y, size } of lines) {
      const half = textWidth(text, size) / 2;
      for (const height of [y - size * 0.72, y]) expect(Math.hypot(x + half, height)).toBeLessThan(facts.radius * 0.93);
    }
  },
);
