/** Asks in place before something goes that others hang on, and says what goes with it. */
import { useTranslation } from 'react-i18next';
import { Question } from '#client/ui/messages/Question.tsx';

export interface RemoveAskProps {
  readonly question: string;
  readonly consequences: readonly string[];
  readonly onRemove: () => void;
  readonly onCancel: () => void;
}

export function RemoveAsk({ question, consequences, onRemove, onCancel }: RemoveAskProps) {
  const { t } = useTranslation();
  return (
    <Question
      question={question}
      hints={[...consequences, t('map.goesWith.undo')]}
      yes={t('map.details.removeYes')}
      onYes={onRemove}
      onCancel={onCancel}
    />
  );
}
