/** The facilitator's ways to begin private ideas, a vote or a pulse; one of each kind runs at a time. */
import { HeartPulse } from '#client/ui/icons/HeartPulse.tsx';
import { NotebookPen } from '#client/ui/icons/NotebookPen.tsx';
import { Vote } from '#client/ui/icons/Vote.tsx';
import { useTranslation } from 'react-i18next';
import { StartIdeas } from '#client/facilitation/ideas/StartIdeas.tsx';
import { Buttons, Part, Quiet } from '#client/facilitation/Part.tsx';
import { StartPulse } from '#client/facilitation/pulse/StartPulse.tsx';
import { StartVote } from '#client/facilitation/vote/StartVote.tsx';
import { useActivities } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { newSealedId } from './newSealedId.ts';
import { type StartedKind, startedKinds, useStarting } from './useStarting.ts';

const icons = { ideas: NotebookPen, vote: Vote, pulse: HeartPulse } as const;

export function ActivityStarters() {
  const { t } = useTranslation();
  const activities = useActivities();
  const { starting, begin, done } = useStarting();
  const isOpen = (kind: StartedKind): boolean =>
    activities.some((activity) => activity.kind === kind && activity.status === 'open');
  const running = startedKinds.filter(isOpen);
  return (
    <Part title={t(starting === null ? 'sealed.tools' : `sealed.${starting}.begin`)}>
      {starting === null && (
        <Buttons>
          {startedKinds.map((kind) => {
            const Icon = icons[kind];
            return (
              <Button key={kind} icon={<Icon aria-hidden="true" />} disabled={isOpen(kind)} onClick={() => begin(kind)}>
                {t(`sealed.${kind}.begin`)}
              </Button>
            );
          })}
        </Buttons>
      )}
      {starting === null && running.length > 0 && <Quiet>{t('sealed.running')}</Quiet>}
      {starting === 'ideas' && <StartIdeas newId={newSealedId} onDone={done} />}
      {starting === 'vote' && <StartVote newId={newSealedId} onDone={done} />}
      {starting === 'pulse' && <StartPulse newId={newSealedId} onDone={done} />}
    </Part>
  );
}
