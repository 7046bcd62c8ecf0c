/** Trust: the stage with its evidence, and the last pulse, or the sentence that too few answered. */
import type { MapIndex } from '../../map/MapIndex.ts';
import { latestTrustStage } from '../../map/readings/latestTrustStage.ts';
import { closedPulses, pulseItems, shownPulses } from '../../map/readings/pulse.ts';
import { drawPulse } from '../../picture/drawPulse.ts';
import { heading, led, paragraph } from '../blocks.ts';
import type { Block } from '../Report.ts';
import type { ReportContext } from '../ReportContext.ts';
import type { ReportWords } from '#shared/picture/ReportWords.ts';

export function trustSection({ index, words }: ReportContext): readonly Block[] {
  return [heading(1, words.texts.trust.title), ...stageBlocks(index, words), ...pulseBlocks(index, words)];
}

function stageBlocks(index: MapIndex, words: ReportWords): readonly Block[] {
  const { trust: texts, trustStage, claimedBy } = words.texts;
  const latest = latestTrustStage(index);
  if (!latest || latest.date === null) return [paragraph(texts.noStage)];
  const evidence = latest.evidence.filter((line) => line.trim() !== '');
  return [
    paragraph(
      words.fill(texts.stage, {
        stage: trustStage[latest.stage],
        when: words.day(latest.date),
        who: claimedBy[latest.claimed_by],
      }),
    ),
    ...(evidence.length === 0 ? [] : [led(`${texts.evidence}:`, evidence.join('; '))]),
  ];
}

/** Nothing of a pulse below the threshold, not even how many answered. */
function pulseBlocks(index: MapIndex, words: ReportWords): readonly Block[] {
  const { trust: texts } = words.texts;
  const pulse = shownPulses(index).at(-1);
  if (!pulse || pulseItems(index, pulse) === null)
    return [paragraph(closedPulses(index).length === 0 ? texts.noPulse : texts.tooFew)];
  const picture = drawPulse(index, pulse, words);
  return [
    paragraph(
      words.fill(texts.pulse, { when: words.day(pulse.closed_on), responded: pulse.responded, invited: pulse.invited }),
    ),
    ...(picture ? [{ kind: 'picture', name: 'pulse', picture, size: 'wide' } as const] : []),
  ];
}
