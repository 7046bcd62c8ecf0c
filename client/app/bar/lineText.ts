/** The state of the line as one short sentence. */
import { clockTime } from '#client/ui/text/moments.ts';
import type { TFunction } from 'i18next';
import type { Line } from '#client/connection/line/Line.ts';

export function lineText(line: Line, t: TFunction, language: string): string {
  switch (line.kind) {
    case 'connecting':
      return t('line.connecting');
    case 'catchingUp':
      return t('line.catchingUp');
    case 'live':
      if (line.saving) return t('line.saving');
      return line.savedAt === null
        ? t('line.connected')
        : t('line.savedAt', { time: clockTime(line.savedAt, language) });
    case 'offline':
      return line.kept === 0 ? t('line.offlineNone') : t('line.offlineKept', { count: line.kept });
    case 'readOnly':
      return t('line.lookOnly');
    case 'ended':
      return t('line.endedShort');
  }
}

/** As short as it goes, for a phone. */
export function shortLineText(line: Line, t: TFunction, language: string): string {
  if (line.kind === 'live' && !line.saving && line.savedAt !== null) return t('line.savedShort');
  if (line.kind === 'offline' && line.kept > 0) return t('line.offlineShort', { count: line.kept });
  return lineText(line, t, language);
}

/** The same in a longer sentence: why, and what happens next. */
export function lineDetails(line: Line, t: TFunction, language: string): string {
  switch (line.kind) {
    case 'connecting':
      return t('line.details.connecting');
    case 'catchingUp':
      return t('line.details.catchingUp');
    case 'live':
      if (line.saving) return t('line.details.saving');
      if (line.savedAt === null) return t('line.details.connected');
      return t('line.details.savedAt', { time: clockTime(line.savedAt, language) });
    case 'offline':
      return t(`line.offlineWhy.${line.reason}`);
    case 'readOnly':
      return t(`line.readOnly.${line.reason}`);
    case 'ended':
      return t(`line.closed.${line.reason}`);
  }
}
