/** A list of sentences, one field each and one more for the next; an emptied field takes its sentence out. */
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { GroupField, LineField } from './Fields.tsx';

export interface SentencesFieldProps {
  readonly frame: {
    readonly label: string;
    readonly hint?: string | undefined;
    readonly problem: string | null;
    readonly readOnly: boolean;
  };
  readonly sentences: readonly string[];
  readonly onSentences: (sentences: readonly string[]) => void;
}

export function SentencesField({ frame, sentences, onSentences }: SentencesFieldProps) {
  const { t } = useTranslation();
  const { readOnly } = frame;
  // A field that goes writes after the list has changed.
  const latest = useRef(sentences);
  useLayoutEffect(() => {
    latest.current = sentences;
  });
  const write = (own: Own | null, text: string): void => {
    const now = latest.current;
    const place = own === null ? -1 : ownOf(now).findIndex((one) => one.key === own.key);
    const next = place < 0 ? [...now, text.trim()] : now.with(place, text.trim());
    const kept = next.filter((one) => one !== '');
    if (kept.join('\n') !== now.join('\n')) onSentences(kept);
  };
  const shown: readonly (Own | null)[] = readOnly ? ownOf(sentences) : [...ownOf(sentences), null];
  return (
    <GroupField {...frame}>
      {shown.map((own, place) => (
        <LineField
          key={own?.key ?? 'next'}
          label={own === null ? t('map.structure.newSentence') : t('map.structure.sentence', { place: place + 1 })}
          readOnly={readOnly}
          value={own?.sentence ?? ''}
          onValue={(text) => write(own, text)}
        />
      ))}
    </GroupField>
  );
}

/** A sentence and a key that stays its own when others put something before it or take something out. */
interface Own {
  readonly key: string;
  readonly sentence: string;
}

function ownOf(sentences: readonly string[]): readonly Own[] {
  return sentences.map((sentence, place) => {
    const earlier = sentences.slice(0, place).filter((one) => one === sentence).length;
    return { key: `${earlier} ${sentence}`, sentence };
  });
}
