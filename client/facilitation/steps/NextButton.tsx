/** The facilitator's one next thing as the primary button; in the bar the way on beside it where that is another one. */
import { Check } from '#client/ui/icons/Check.tsx';
import { ChevronRight } from '#client/ui/icons/ChevronRight.tsx';
import { Eye } from '#client/ui/icons/Eye.tsx';
import { Hand } from '#client/ui/icons/Hand.tsx';
import { Orbit } from '#client/ui/icons/Orbit.tsx';
import { Play } from '#client/ui/icons/Play.tsx';
import { useTranslation } from 'react-i18next';
import { useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { Question } from '#client/ui/messages/Question.tsx';
import { useNextThing } from './useNextThing.ts';
import styles from './NextButton.module.css';

const icons = { start: Play, end: Eye, light: Orbit, ask: Hand, go: ChevronRight, finish: Check } as const;

export interface NextButtonProps {
  /** `bar`: little room, a question hangs below; `panel`: as wide as there is room. */
  readonly look: 'bar' | 'panel' | 'alone';
}

export function NextButton({ look }: NextButtonProps) {
  const { t } = useTranslation();
  const { agenda, step } = useWorkshopState();
  const { thing, label, isResting, press, goOn, asked } = useNextThing();
  if (thing === null) return null;
  const after = agenda[agenda.findIndex(({ id }) => id === step) + 1];
  const Icon = icons[thing.do];
  const nextName = after === undefined ? t('workshop.next') : t('workshop.nextTo', { title: after.title });
  const isGo = thing.do === 'go';
  const question = asked && (
    <Question
      question={asked.question}
      yes={asked.yes}
      isDanger={asked.isDanger}
      onYes={asked.onYes}
      onCancel={asked.onCancel}
    />
  );
  // in the bar it hangs below; where there is room it stands in place of what was pressed
  if (question !== null && look !== 'bar') return question;
  return (
    <div className={styles['next']} data-look={look}>
      <Button
        look="primary"
        className={styles['thing']}
        data-thing={thing.do}
        aria-disabled={isResting || undefined}
        aria-label={look === 'bar' && isGo ? nextName : undefined}
        title={look === 'bar' ? (isGo ? nextName : label) : undefined}
        icon={!isGo && <Icon aria-hidden="true" />}
        onClick={press}
      >
        <span>{look === 'bar' && isGo ? thing.step.title : label}</span>
        {isGo && <ChevronRight aria-hidden="true" />}
      </Button>
      {look === 'bar' && !isGo && after !== undefined && (
        <IconButton label={nextName} onClick={goOn}>
          <ChevronRight aria-hidden="true" />
        </IconButton>
      )}
      {question !== null && (
        <div popover="manual" ref={hang} className={styles['asked']}>
          {question}
        </div>
      )}
    </div>
  );
}

const gapPx = 10;
const edgePx = 12;
const widthPx = 360;

/** Below the bar and above everything else, panels that lie over the canvas, too. */
function hang(asked: HTMLDivElement | null): void {
  const bar = asked?.parentElement?.getBoundingClientRect();
  if (asked === null || bar === undefined) return;
  asked.style.top = `${bar.bottom + gapPx}px`;
  // in sight also where the window becomes narrower meanwhile
  const right = Math.max(edgePx, window.innerWidth - bar.right);
  asked.style.right = `min(${right}px, max(0px, calc(100vw - ${widthPx + edgePx}px)))`;
  if (!('showPopover' in asked)) return;
  asked.showPopover();
  asked.querySelector('button')?.focus();
}
