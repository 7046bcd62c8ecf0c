/** The way on to the next step where something else comes first; what is open in this one ends as it was announced (STEP-12). */
import { useTranslation } from 'react-i18next';
import { useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { ChevronRight } from '#client/ui/icons/ChevronRight.tsx';
import { Question } from '#client/ui/messages/Question.tsx';
import styles from './GoOnButton.module.css';
import { useNextThing } from './useNextThing.ts';

export function GoOnButton() {
  const { t } = useTranslation();
  const { agenda, step } = useWorkshopState();
  const { thing, goOn, asked } = useNextThing();
  const after = agenda[agenda.findIndex(({ id }) => id === step) + 1];
  if (thing === null || thing.do === 'go' || after === undefined) return null;
  if (asked !== null) return <Question {...asked} />;
  return (
    <Button className={styles['on']} onClick={goOn}>
      <span>{t('workshop.nextIs', { title: after.title })}</span>
      <ChevronRight aria-hidden="true" />
    </Button>
  );
}
