/** Ends the workshop after being asked; the agenda and everything on the board stay. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Buttons, Quiet } from '#client/facilitation/Part.tsx';
import { useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';

export function EndWorkshop() {
  const { t } = useTranslation();
  const { ask } = useWorkshop();
  const [isAsking, setAsking] = useState(false);
  if (!isAsking) return <Button onClick={() => setAsking(true)}>{t('workshop.end')}</Button>;
  return (
    <div role="alertdialog" aria-label={t('workshop.endAsk')}>
      <Quiet>{t('workshop.endAsk')}</Quiet>
      <Buttons>
        <Button look="danger" autoFocus onClick={() => void ask({ do: 'endWorkshop' }).then(() => setAsking(false))}>
          {t('workshop.end')}
        </Button>
        <Button look="plain" onClick={() => setAsking(false)}>
          {t('common.cancel')}
        </Button>
      </Buttons>
    </div>
  );
}
