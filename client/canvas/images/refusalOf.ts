import { defaultLimits } from '#shared/wire/limits.ts';
import { isPicture } from './isPicture.ts';

export type ContentRefusal = 'type-refused' | 'too-large';

/** Why a file cannot be placed as a picture; null when it can. */
export async function refusalOf(file: Blob): Promise<ContentRefusal | null> {
  if (file.size > defaultLimits.maxAssetBytes) return 'too-large';
  return (await isPicture(file)) ? null : 'type-refused';
}
