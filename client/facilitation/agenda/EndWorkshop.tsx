/** Ends the workshop after being asked; the agenda and everything on the board stay. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { Question } from '#client/ui/messages/Question.tsx';

export function EndWorkshop() {
  const { t } = useTranslation();
  const { ask } = useWorkshop();
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) return <Button onClick={() => setAsking(true)}>{t('workshop.end')}</Button>;
  return (
    <Question
      question={t('workshop.endAsk')}
      yes={t('workshop.end')}
      onYes={() => ask({ do: 'endWorkshop' }).then(() => setAsking(false))}
      onCancel={() => setAsking(false)}
    />
  );
}
