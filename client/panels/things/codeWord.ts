/** The word for a code of the map; a board may have codes of its own, and texts stand where codes are expected. */
import type { TFunction } from 'i18next';

export type CodeTable = 'map.field' | 'map.sector' | 'map.value' | 'map.findings.datum' | 'snapshots.compare.field';

/** Null where the table has no word for it. */
export function codeWord(t: TFunction, table: CodeTable, code: string): string | null {
  if (!/^\w+$/.test(code)) return null;
  return t(`${table}.${code}` as 'map.value.yes', { defaultValue: '' }) || null;
}
