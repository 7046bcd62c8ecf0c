/** Why a row cannot be taken, in the person's language. What a cell may hold is told as the file writes it. */
import type { TFunction } from 'i18next';
import type { Reason } from '#shared/report/importPreview.ts';

export function reasonWords(reason: Reason, t: TFunction, language: string): string {
  switch (reason.code) {
    case 'refused':
      return t(`map.refused.${reason.refusal}`);
    case 'notOneOf': {
      const allowed = new Intl.ListFormat(language, { type: 'disjunction' }).format(reason.allowed);
      return t('map.csv.problem.notOneOf', { cell: reason.cell, allowed });
    }
    case 'notFitting':
      return t('map.csv.problem.notFitting', { cell: reason.cell });
    case 'contradicts':
      return t('map.csv.problem.contradicts', { other: reason.other });
    case 'tooManyRows':
      return t('map.csv.problem.tooManyRows', { max: reason.max });
    default:
      return t(`map.csv.problem.${reason.code}`);
  }
}
