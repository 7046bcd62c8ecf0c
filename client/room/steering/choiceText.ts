/** What a choice is called on its button. */
import type { TFunction } from 'i18next';
import type { ViewChoice } from './viewChoices.ts';

export function choiceText({ view, title }: ViewChoice, t: TFunction): string {
  switch (view.kind) {
    case 'sheet':
      return t('roomScreen.steer.sheet', { title: title ?? '' });
    case 'vote':
      return t('roomScreen.steer.vote', { title: title ?? '' });
    case 'interest':
    case 'stage':
    case 'group':
      return t(`roomScreen.names.${view.kind}`);
    default:
      return t(`roomScreen.steer.${view.kind}`);
  }
}
