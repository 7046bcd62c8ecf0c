/** The agenda in the panel: its steps, when it will be over, and for facilitators start, change and end. */
import { ListChecks } from '#client/ui/icons/ListChecks.tsx';
import { Package } from '#client/ui/icons/Package.tsx';
import { Pencil } from '#client/ui/icons/Pencil.tsx';
import { Play } from '#client/ui/icons/Play.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Buttons, Part } from '#client/facilitation/Part.tsx';
import { nextThing } from '#client/facilitation/steps/nextThing.ts';
import { useActivities, useServerNow, useWorkshopState, useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { clockTime } from '#client/ui/text/moments.ts';
import { Button } from '#client/ui/Button.tsx';
import { minutesAhead } from '#shared/workshop/minutesAhead.ts';
import { mayDo } from '#shared/wire/roles.ts';
import { AgendaList } from './AgendaList.tsx';
import { KeepAgenda } from './KeepAgenda.tsx';
import { EndWorkshop } from './EndWorkshop.tsx';

export interface AgendaPartProps {
  /** of facilitators */
  readonly onEdit?: () => void;
}

export function AgendaPart({ onEdit }: AgendaPartProps) {
  const { t, i18n } = useTranslation();
  const { role, ask } = useWorkshop();
  const state = useWorkshopState();
  const { agenda, agendaVersion, step } = state;
  const [isKeeping, setKeeping] = useState(false);
  // then the one next thing is to end it
  const isEndNext = nextThing(state, useActivities())?.do === 'finish';
  const isRunning = step !== null;
  const now = useServerNow(isRunning);
  const [first] = agenda;
  const minutes = agenda.reduce((sum, one) => sum + one.minutes, 0);
  const fact = isRunning
    ? t('workshop.until', { time: clockTime(now + minutesAhead(state, now) * 60_000, i18n.language) })
    : t('workshop.minutesShort', { count: minutes });
  return (
    <>
      <Part title={t('workshop.agenda')} fact={fact}>
        <AgendaList />
        {mayDo(role, 'administer') && (
          <Buttons>
            {!isRunning && first !== undefined && (
              <Button
                look="primary"
                icon={<Play aria-hidden="true" />}
                onClick={() => void ask({ do: 'goToStep', step: first.id, from: step })}
              >
                {t('workshop.start')}
              </Button>
            )}
            <Button icon={<Pencil aria-hidden="true" />} onClick={onEdit}>
              {t('workshop.edit.open')}
            </Button>
            <Button icon={<Package aria-hidden="true" />} onClick={() => setKeeping(true)}>
              {t('workshop.kept.keep')}
            </Button>
            {isRunning && !isEndNext && <EndWorkshop />}
            {!isRunning && (
              <Button
                icon={<ListChecks aria-hidden="true" />}
                onClick={() => void ask({ do: 'setAgenda', agenda: [], from: agendaVersion })}
              >
                {t('workshop.choose.other')}
              </Button>
            )}
          </Buttons>
        )}
      </Part>
      {mayDo(role, 'administer') && isKeeping && <KeepAgenda onDone={() => setKeeping(false)} />}
    </>
  );
}
