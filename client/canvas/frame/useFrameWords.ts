/** The words of the frame in the person's language. Made once for all shapes: making them costs more than drawing one. */
import type { i18n } from 'i18next';
import { createContext, useContext, useMemo } from 'react';
import { getI18n, useTranslation } from 'react-i18next';
import type { RepresentativeKind } from '#shared/kinds/values.ts';
import type { Engagement } from './frameShapes.ts';

export interface FrameWords {
  readonly ourGoal: string;
  readonly goalQuestion: string;
  readonly unnamed: string;
  readonly untitled: string;
  readonly notPlaced: string;
  readonly missing: string;
  letter(kind: RepresentativeKind): string;
  sector(code: string | null, label: string): string;
  engagement(engagement: Engagement): string;
  /** 90 and "percent of the labor force" -> "90%"; other units stay out of the number. */
  amount(value: number, unit: string): string;
  by(day: string): string;
  /** Where the goal stands against its path. */
  standing(latest: number, gap: number, status: 'behind' | 'on path' | 'ahead', unit: string): readonly string[];
}

const knownSectors = [
  'business',
  'government',
  'nonprofit',
  'philanthropy',
  'labor',
  'community',
  'education',
] as const;

const percent = /^(percent|%|per cent)/i;

/** Null where shapes are drawn outside of the board, for a picture. */
export const FrameWordsContext = createContext<FrameWords | null>(null);

/** For whoever gives them to the shapes; the same object as long as the language stays. */
export function useNewFrameWords(): FrameWords {
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(() => frameWords(i18n, language), [i18n, language]);
}

export function useFrameWords(): FrameWords {
  const given = useContext(FrameWordsContext);
  return useMemo(() => {
    const texts = getI18n();
    return given ?? frameWords(texts, texts.language);
  }, [given]);
}

function frameWords(texts: i18n, language: string): FrameWords {
  const t = texts.getFixedT(language);
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const month = new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' });
  const amount = (value: number, unit: string) =>
    percent.test(unit) ? `${number.format(value)}%` : number.format(value);
  return {
    ourGoal: t('frame.ourGoal'),
    goalQuestion: t('frame.goalQuestion'),
    unnamed: t('frame.unnamed'),
    untitled: t('frame.untitled'),
    notPlaced: t('frame.notPlaced'),
    missing: t('frame.letters.missing'),
    letter: (kind) => t(`frame.letters.${kind}`),
    sector: (code, label) => {
      const known = knownSectors.find((one) => one === code);
      return known ? t(`frame.sector.${known}`) : label || t('frame.sector.none');
    },
    engagement: (engagement) => t(`frame.engagement.${engagement}`),
    amount,
    by: (day) => t('frame.by', { when: month.format(new Date(`${day}T00:00:00Z`)) }),
    standing: (latest, gap, status, unit) => {
      const distance = number.format(Math.abs(gap));
      const gapText = percent.test(unit) ? t('frame.points', { value: distance }) : distance;
      const where =
        status === 'on path'
          ? t('frame.onPath')
          : t(status === 'behind' ? 'frame.behind' : 'frame.ahead', { gap: gapText });
      return [t('frame.now', { value: amount(latest, unit) }), where];
    },
  };
}
