/** What a workshop left on the map: decisions, the pulse as means, actions with owner and day. */
import { describeFacts, findingLabel } from '../../map/rules/describeFinding.ts';
import { meanOf } from '../../map/readings/pulse.ts';
import type { Decision, Outcome } from '../../record/WorkshopRecord.ts';
import { cell, column, heading, list, paragraph, table } from '../blocks.ts';
import type { Block, ListItem } from '../Report.ts';
import type { RecordOptions } from './recordSection.ts';
import type { RecordSpeech } from './RecordSpeech.ts';

export function decisionBlocks(
  { decisions, pulses, actions }: Outcome,
  speech: RecordSpeech,
  { isWhole, withTrust }: Pick<RecordOptions, 'isWhole' | 'withTrust'>,
): readonly Block[] {
  const { t } = speech;
  const told = decisions.filter((one) => withTrust || !isOfTrust(one));
  return [
    ...(withTrust ? pulses.flatMap((pulse) => pulseBlocks(pulse, speech)) : []),
    ...(told.length === 0
      ? []
      : [heading(2, t('record.decided')), ...list(told.map((one) => decisionItem(one, speech)))]),
    ...(actions.length === 0
      ? []
      : isWhole
        ? [heading(2, t('record.actions')), actionTable(actions, speech)]
        : [paragraph(t('record.actionCount', { count: actions.length }))]),
  ];
}

function isOfTrust(decision: Decision): boolean {
  return decision.what === 'accepted' && decision.rule.startsWith('TRUST-');
}

function decisionItem(decision: Decision, speech: RecordSpeech): ListItem {
  return { lead: `${speech.t(`record.${decision.what}`)}:`, text: decisionText(decision, speech) };
}

export function decisionText(decision: Decision, speech: RecordSpeech): string {
  const { t } = speech;
  switch (decision.what) {
    case 'accepted': {
      const { message } = describeFacts(decision, speech);
      return decision.reason.trim() === ''
        ? message
        : t('record.reason', { finding: message, reason: decision.reason });
    }
    case 'experiment':
      return t(`record.tried.${decision.decision}`, { title: decision.text || t('record.unnamed') });
    default:
      return decision.text || t('record.unnamed');
  }
}

function pulseBlocks(
  { on, invited, responded, items }: Outcome['pulses'][number],
  speech: RecordSpeech,
): readonly Block[] {
  const { t } = speech;
  const answers = { responded: speech.number(responded), invited: speech.number(invited), day: speech.day(on) };
  return [
    heading(2, t('record.pulse')),
    paragraph(t('record.pulseOf', answers), 'quiet'),
    ...list(
      items.flatMap(({ item, text, counts }) => {
        const mean = meanOf(counts);
        const said = text || findingLabel(t, 'pulse_item', item);
        return mean === null ? [] : [t('record.mean', { item: said, mean: speech.number(mean) })];
      }),
    ),
  ];
}

function actionTable(actions: Outcome['actions'], speech: RecordSpeech): Block {
  const { t } = speech;
  return table(
    '',
    [column(t('record.action'), 8), column(t('record.owner'), 5), column(t('record.due'), 3)],
    actions.map(({ title, owner, due }) => [
      cell(title || t('record.unnamed'), 'strong'),
      owner || t('record.noOwner'),
      due === null ? t('record.noDate') : speech.day(due),
    ]),
  );
}
