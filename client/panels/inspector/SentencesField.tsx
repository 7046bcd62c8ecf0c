/** A list of sentences, one field each and one more for the next; an emptied field takes its sentence out. */
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
  const write = (place: number, text: string): void => {
    const next = [...sentences];
    next[place] = text.trim();
    const kept = next.filter((one) => one !== '');
    if (kept.join('\n') !== sentences.join('\n')) onSentences(kept);
  };
  const shown = readOnly ? sentences : [...sentences, ''];
  return (
    <GroupField {...frame}>
      {shown.map((sentence, place) => (
        <LineField
          // a sentence that was taken out must not leave its draft to the next one
          key={`${place} ${sentence}`}
          label={
            place < sentences.length
              ? t('map.structure.sentence', { place: place + 1 })
              : t('map.structure.newSentence')
          }
          readOnly={readOnly}
          value={sentence}
          onValue={(text) => write(place, text)}
        />
      ))}
    </GroupField>
  );
}
