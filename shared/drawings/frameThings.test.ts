import { expect, it } from 'vitest';
import { applyToMap } from '#shared/map/applyToMap.ts';
import { indexMap } from '#shared/map/MapIndex.ts';
import { runCommands } from '#shared/map/commands/runCommand.ts';
import { findingStates, fingerprint } from '#shared/map/rules/computeFindings.ts';
import { firstInterests } from '#shared/map/rules/firstInterests.ts';
import { subjectOf } from '#shared/map/rules/Finding.ts';
import { framePalettes } from '#shared/views/frame/framePalette.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { drawWedge } from './drawWedge.ts';
import type { FrameLook } from './FrameLook.ts';
import { frameThings } from './frameThings.ts';

const found = readTemplate('employment');
if (found === null) throw new Error('there is no template employment');
const { map, asOf } = found;

const words = {
  language: 'en',
  say: (text: string) => text,
  amount: String,
  month: String,
  number: String,
} satisfies FrameLook['words'];
const look: FrameLook = { palette: framePalettes.light, words, detail: 'full' };
const signed = (now: typeof map) => {
  const index = indexMap(now, asOf);
  return frameThings(index, { firsts: firstInterests(index) })
    .wedges.filter(({ facts }) => JSON.stringify(drawWedge(facts, look)).includes(framePalettes.light.first))
    .map(({ interest }) => interest.id);
};

it('[FRAME-44] a wedge with an open alert asks to be talked about first, until the alert is accepted', () => {
  const open = findingStates(indexMap(map, asOf)).filter(
    ({ finding, accepted }) =>
      accepted === null && finding.severity === 'alert' && subjectOf(finding).type === 'interest',
  );
  expect(open.length).toBeGreaterThan(0);
  expect(new Set(signed(map))).toEqual(new Set(open.map(({ finding }) => subjectOf(finding).id)));
  const accepting = open.map(({ finding }) => ({
    type: 'acceptFinding' as const,
    rule: finding.rule,
    subject: finding.subject,
    reason: 'Known',
    seen: fingerprint(finding),
  }));
  const result = runCommands(map, accepting, { today: asOf, newId: () => 'new' });
  if (!result.ok) throw new Error(result.code);
  expect(signed(applyToMap(map, result.changes))).toEqual([]);
});
