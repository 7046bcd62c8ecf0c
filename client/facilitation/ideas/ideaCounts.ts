/** How many ideas from how many people, each in words. */
import type { TFunction } from 'i18next';
import type { IdeasActivity } from '#shared/wire/SealedActivity.ts';

export function ideaCounts(
  { ideas, writers }: Pick<IdeasActivity, 'ideas' | 'writers'>,
  t: TFunction,
): { readonly ideas: string; readonly writers: string } {
  return {
    ideas: t('sealed.ideas.total', { count: ideas }),
    writers: t('sealed.ideas.writers', { count: writers }),
  };
}
