/**
 * Offers the words of somebody who lost the thing they wrote in: says what happened, and gives the words to copy or as a note.
 * Comes into focus, so that a reader says it and nothing that is typed on goes elsewhere.
 */
import { StickyNote } from '#client/ui/icons/StickyNote.tsx';
import { TextQuote } from '#client/ui/icons/TextQuote.tsx';
import { X } from '#client/ui/icons/X.tsx';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoardView, useCanvas } from '#client/board/BoardContext.ts';
import { InTurn } from '#client/board/InTurn.tsx';
import type { KeptWords, LostWords } from '#client/map/KeptWords.ts';
import { Button } from '#client/ui/Button.tsx';
import { CopyButton } from '#client/ui/CopyButton.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import noticeStyles from '#client/ui/messages/NoticeCard.module.css';
import styles from './WordsKept.module.css';

export interface WordsKeptProps {
  readonly words: KeptWords;
  /** There is no board around it any more. */
  readonly isAlone?: boolean;
}

export function WordsKept({ words, isAlone = false }: WordsKeptProps) {
  const { mayEdit } = useBoardView();
  const canvas = useCanvas();
  const list = useSyncExternalStore(words.subscribe, words.list);
  const isHolding = useSyncExternalStore(words.subscribe, words.isHolding);
  const dismiss = (key: string): void => {
    words.dismiss(key);
    if (!isAlone) canvas.focus();
  };
  return list.map((lost) => {
    const card = (
      <Card
        key={lost.key}
        lost={lost}
        isHolding={isHolding}
        isAlone={isAlone}
        onPlace={mayEdit && !isAlone ? () => canvas.placeNote(lost.text) : null}
        onDismiss={() => dismiss(lost.key)}
      />
    );
    if (isAlone) return card;
    return (
      <InTurn key={lost.key} as="words">
        {card}
      </InTurn>
    );
  });
}

interface CardProps {
  readonly lost: LostWords;
  readonly isHolding: boolean;
  readonly isAlone: boolean;
  readonly onPlace: (() => boolean) | null;
  readonly onDismiss: () => void;
}

function Card({ lost, isHolding, isAlone, onPlace, onDismiss }: CardProps) {
  const { t } = useTranslation();
  const [failed, setFailed] = useState(false);
  const card = useRef<HTMLElement>(null);
  const { text, why } = lost;
  useEffect(() => {
    // Whoever writes somewhere else already is not called away.
    if (isHolding) card.current?.focus({ preventScroll: true });
  }, [isHolding]);
  return (
    <section
      ref={card}
      className={`${noticeStyles['card']} ${styles['card']}`}
      data-look="warning"
      data-alone={isAlone}
      role="alert"
      tabIndex={-1}
    >
      <TextQuote aria-hidden="true" />
      <div className={styles['said']}>
        <p>
          <strong>{t(`words.why.${why}`)}</strong> {text !== '' && t('words.kept')}
        </p>
        {text !== '' && (
          <blockquote className={styles['words']} aria-label={t('words.label')}>
            {text}
          </blockquote>
        )}
        {isHolding && <p className={styles['hint']}>{t('words.keys')}</p>}
        {failed && <p className={styles['hint']}>{t('words.notPlaced')}</p>}
        {text !== '' && (
          <div className={styles['actions']}>
            <CopyButton text={text} label={t('common.copy')} doneLabel={t('common.copied')} />
            {onPlace !== null && (
              <Button
                icon={<StickyNote aria-hidden="true" />}
                onClick={() => {
                  if (onPlace()) onDismiss();
                  else setFailed(true);
                }}
              >
                {t('words.place')}
              </Button>
            )}
          </div>
        )}
      </div>
      <IconButton label={t('common.dismiss')} onClick={onDismiss}>
        <X aria-hidden="true" />
      </IconButton>
    </section>
  );
}
