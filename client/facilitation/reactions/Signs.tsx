/** The quick signs behind one button of the bar. Giving one keeps the row open: applause comes in twos. */
import { Smile } from '#client/ui/icons/Smile.tsx';
import { Popover } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import { SignButtons } from './ReactionBar.tsx';
import styles from './Signs.module.css';

export function Signs() {
  const { t } = useTranslation();
  return (
    <Popover.Root>
      <Popover.Trigger
        className={styles['open']}
        aria-label={t('workshop.reaction.label')}
        title={t('workshop.reaction.label')}
      >
        <Smile aria-hidden="true" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={styles['signs']}
          aria-label={t('workshop.reaction.label')}
          sideOffset={10}
          collisionPadding={8}
        >
          <SignButtons />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
