/** The two acts that a facilitator most likely does next, in sight at the foot of the panel whatever else is open in it. */
import { useTranslation } from 'react-i18next';
import { GoOnButton } from '#client/facilitation/steps/GoOnButton.tsx';
import { NextButton } from '#client/facilitation/steps/NextButton.tsx';
import { Button } from '#client/ui/Button.tsx';
import { Hand } from '#client/ui/icons/Hand.tsx';
import { ListTree } from '#client/ui/icons/ListTree.tsx';
import { Presentation } from '#client/ui/icons/Presentation.tsx';
import { X } from '#client/ui/icons/X.tsx';
import styles from './LikelyActs.module.css';
import { useSecondAct } from './useSecondAct.ts';

/** The sign of a minute more is in its words. */
const icons = { closeBig: X, endReady: X, addMinute: null, ask: Hand, showBig: Presentation, group: ListTree } as const;

export function LikelyActs() {
  const { t } = useTranslation();
  const second = useSecondAct();
  if (second === null) return null;
  return (
    <div className={styles['acts']} role="group" aria-label={t('workshop.cockpit.acts')}>
      <NextButton look="panel" />
      {second.act.do === 'goOn' ? <GoOnButton /> : <SecondButton {...second} sign={second.act.do} />}
    </div>
  );
}

type SecondButtonProps = Omit<NonNullable<ReturnType<typeof useSecondAct>>, 'act'> & {
  readonly sign: keyof typeof icons;
};

function SecondButton({ sign, label, isResting, press }: SecondButtonProps) {
  const Icon = icons[sign];
  return (
    <Button
      className={styles['second']}
      aria-disabled={isResting || undefined}
      icon={Icon !== null && <Icon aria-hidden="true" />}
      onClick={press}
    >
      <span>{label}</span>
    </Button>
  );
}
