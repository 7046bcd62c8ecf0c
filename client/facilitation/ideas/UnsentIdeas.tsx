/**
 * What I wrote in an activity and what did not get there: the activity ended, or the server did not take it. It stays mine, to copy,
 * to keep, or to add after all while the activity is open; nobody else has it.
 */
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useDrafts } from '#client/drafts/DraftsContext.ts';
import { useKeptFocus } from '#client/drafts/useKeptFocus.ts';
import { Buttons } from '#client/facilitation/Part.tsx';
import {
  forgetRefused,
  keepRefusedAs,
  refusedTexts,
  sealedDrafts,
} from '#client/facilitation/activities/sealedDrafts.ts';
import { Button } from '#client/ui/Button.tsx';
import { CopyButton } from '#client/ui/CopyButton.tsx';
import { isBlank } from '#shared/text/unseen.ts';
import styles from './IdeasWritten.module.css';

export interface UnsentIdeasProps {
  readonly activity: string;
  /** The activity is open: it can be added after all. */
  readonly onAdd?: (text: string) => void;
  /** Asked for where the offer is made; later the words stand among the earlier activities. */
  readonly onKeep?: () => void;
}

export function UnsentIdeas({ activity, onAdd, onKeep }: UnsentIdeasProps) {
  const { t } = useTranslation();
  const drafts = useDrafts();
  useSyncExternalStore(drafts.subscribe, drafts.all);
  const field = useKeptFocus(sealedDrafts.idea(activity));
  const texts = refusedTexts(drafts, activity);
  if (texts.length === 0) return null;
  return (
    <div className={styles['unsent']} role="group" aria-label={t('sealed.unsent.title', { count: texts.length })}>
      <p>
        <strong>{t('sealed.unsent.title', { count: texts.length })}</strong>{' '}
        {t(onAdd === undefined ? 'sealed.unsent.hint' : 'sealed.unsent.hintOpen')}
      </p>
      {texts.map((text, place) => (
        <div key={place} className={styles['unsentOne']}>
          <textarea
            ref={place === texts.length - 1 ? field : undefined}
            rows={3}
            aria-label={t('sealed.unsent.field')}
            value={text}
            onChange={(event) => keepRefusedAs(drafts, activity, place, event.target.value)}
          />
          <Buttons>
            {onAdd !== undefined && (
              <Button
                disabled={isBlank(text)}
                onClick={() => {
                  onAdd(text.trim());
                  forgetRefused(drafts, activity, place);
                }}
              >
                {t('sealed.unsent.add')}
              </Button>
            )}
            <CopyButton text={text} label={t('common.copy')} doneLabel={t('common.copied')} />
            {onKeep !== undefined && <Button onClick={onKeep}>{t('sealed.unsent.keep')}</Button>}
            <Button look="plain" onClick={() => forgetRefused(drafts, activity, place)}>
              {t('sealed.unsent.throwAway')}
            </Button>
          </Buttons>
        </div>
      ))}
    </div>
  );
}
