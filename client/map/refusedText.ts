/** Why a command was not carried out, as a sentence. Loaded with the commands: before them nothing is refused. */
import type { TFunction } from 'i18next';
import type { RefusedCode } from './BoardMap.ts';

export function refusedText(t: TFunction, code: RefusedCode): string {
  return t(`map.refused.${code}`);
}
