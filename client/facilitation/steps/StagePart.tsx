/** Walks the group from quarter to quarter of the cycle, or lets it roam. */
import { useTranslation } from 'react-i18next';
import { Buttons, Part, Quiet } from '#client/facilitation/Part.tsx';
import { useWorkshopState, useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { stages } from '#shared/kinds/values.ts';

export function StagePart() {
  const { t } = useTranslation();
  const { ask } = useWorkshop();
  const { stage } = useWorkshopState();
  return (
    <Part title={t('workshop.stage.title')}>
      <Quiet>{t('workshop.stage.hint')}</Quiet>
      <Buttons>
        {stages.map((one) => (
          <Button key={one} aria-pressed={stage === one} onClick={() => void ask({ do: 'lightStage', stage: one })}>
            {t(`workshop.stage.${one}`)}
          </Button>
        ))}
        <Button aria-pressed={stage === null} onClick={() => void ask({ do: 'lightStage', stage: null })}>
          {t('workshop.stage.roam')}
        </Button>
      </Buttons>
    </Part>
  );
}
