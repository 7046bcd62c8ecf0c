/** Why a row cannot be taken, in the person's language. What a cell may hold is told as the file writes it. */
import type { TFunction } from 'i18next';
import type { Reason } from '#shared/report/importing/importPreview.ts';

export function reasonWords(reason: Reason, t: TFunction, language: string): string {
  const number = new Intl.NumberFormat(language);
  switch (reason.code) {
    case 'refused':
      return t(`map.refused.${reason.refusal}`);
    case 'notOneOf': {
      const allowed = new Intl.ListFormat(language, { type: 'disjunction' }).format(reason.allowed);
      return t('map.csv.problem.notOneOf', { cell: reason.cell, allowed });
    }
    case 'notADay':
    case 'notARating':
    case 'notOnBoard':
    case 'severalNamed':
      return t(`map.csv.problem.${reason.code}`, { cell: reason.cell });
    case 'notAsMany':
      return t('map.csv.problem.notAsMany', { words: reason.words, bodies: reason.bodies });
    case 'contradicts':
      return t('map.csv.problem.contradicts', { other: reason.other });
    case 'tooLong':
      return t('map.csv.problem.tooLong', { max: reason.max });
    case 'fileTooLarge':
    case 'tooManyRows':
    case 'tooManyColumns':
      return t(`map.csv.problem.${reason.code}`, {
        max: number.format(reason.max),
        found: number.format(reason.count),
      });
    default:
      return t(`map.csv.problem.${reason.code}`);
  }
}
