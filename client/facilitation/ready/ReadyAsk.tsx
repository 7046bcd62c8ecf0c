/** A ready check over the canvas for whoever has not answered: the question and one press, wherever one works. */
import { Check } from '#client/ui/icons/Check.tsx';
import { CircleQuestionMark } from '#client/ui/icons/CircleQuestionMark.tsx';
import { useTranslation } from 'react-i18next';
import { useScreen } from '#client/board/BoardContext.ts';
import { InTurn } from '#client/board/InTurn.tsx';
import { useWorkshopState, useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { LiveRegion } from '#client/ui/LiveRegion.tsx';
import noticeStyles from '#client/ui/messages/NoticeCard.module.css';
import styles from './ReadyAsk.module.css';

export function ReadyAsk() {
  const { t } = useTranslation();
  const { role, me, ask } = useWorkshop();
  const { ready } = useWorkshopState();
  // the same question stands there
  const isOpen = useScreen(({ panel }) => panel === 'workshop');
  const isAsked = ready !== null && role === 'participant';
  const isShown = isAsked && !isOpen && ready.people.every((person) => person !== me);
  return (
    <>
      {isShown && (
        <InTurn as="ready">
          <div className={`${noticeStyles['card']} ${styles['ask']}`}>
            <CircleQuestionMark aria-hidden="true" />
            <p>{ready.question}</p>
            <Button
              look="primary"
              icon={<Check aria-hidden="true" />}
              onClick={() => void ask({ do: 'sayReady', ready: true, asked: ready.startedAt })}
            >
              {t('workshop.ready.yes')}
            </Button>
          </div>
        </InTurn>
      )}
      <LiveRegion text={isAsked ? t('workshop.ready.said', { question: ready.question }) : ''} />
    </>
  );
}
