/** The question of the step, as large as it goes, and how many have written: a number, and up to 36 people a sheet each. */
import { useTranslation } from 'react-i18next';
import { usePeopleHere } from '#client/board/BoardContext.ts';
import { useMap } from '#client/map/MapContext.ts';
import { useActivities, useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { brokenAtCommas, roomQuestion, type RoomQuestion } from './question.ts';
import styles from './QuestionView.module.css';

const mostSheets = 36;
const doneWords = { ideas: 'written', vote: 'voted', pulse: 'answered', ready: 'ready', step: 'ready' } as const;

export function QuestionView() {
  const { t } = useTranslation();
  const here = usePeopleHere().filter(({ role }) => role === 'participant').length;
  const question = roomQuestion(useWorkshopState(), useActivities(), here);
  const map = useMap();
  if (question === null) {
    const text = map.goal.statement.trim();
    return (
      <Asked over={text === '' ? '' : t('roomScreen.question.ourGoal')} text={text || t('roomScreen.nothingYet')} />
    );
  }
  const { done, kind } = question;
  return (
    <Asked
      over={overOf(question)}
      text={question.text || t('roomScreen.question.pulseTitle')}
      rule={ruleOf(question)}
      isRunning={kind !== 'step'}
    >
      {done !== null && <Done done={done} words={t(`roomScreen.question.${doneWords[kind]}`, { count: done.of })} />}
    </Asked>
  );

  function overOf({ kind: of, named }: RoomQuestion): string {
    if (of === 'ideas') return t(named ? 'roomScreen.question.aloneNamed' : 'roomScreen.question.alone');
    if (of === 'vote' || of === 'pulse') return t(`roomScreen.question.${of}`);
    return '';
  }

  function ruleOf({ kind: of, named, dots, rule }: RoomQuestion): string {
    if (of === 'ideas') return t(named ? 'roomScreen.question.ideasRuleNamed' : 'roomScreen.question.ideasRule');
    if (of === 'vote') return t('roomScreen.question.voteRule', { count: dots });
    return of === 'pulse' ? t('roomScreen.question.pulseRule') : rule;
  }
}

interface AskedProps {
  readonly over: string;
  readonly text: string;
  readonly rule?: string;
  readonly isRunning?: boolean;
  readonly children?: React.ReactNode;
}

function sizeOf(text: string): 'large' | 'middle' | 'small' {
  if (text.length <= 64) return 'large';
  return text.length <= 130 ? 'middle' : 'small';
}

function Asked({ over, text, rule = '', isRunning = false, children }: AskedProps) {
  const size = sizeOf(text);
  const lines = size === 'small' ? [text] : brokenAtCommas(text);
  return (
    <section className={styles['asked']} aria-label={text}>
      {over !== '' && <p className={styles['over']}>{over}</p>}
      <h2 className={styles['question']} data-size={size} data-now>
        {lines.map((line, at) => (
          <span key={line}>{at === 0 ? line : ` ${line}`}</span>
        ))}
      </h2>
      {rule !== '' && (
        <p className={styles['rule']} data-long={rule.length > 260 || undefined} data-now={isRunning || undefined}>
          {rule}
        </p>
      )}
      {children}
    </section>
  );
}

function Done({ done, words }: { readonly done: NonNullable<RoomQuestion['done']>; readonly words: string }) {
  const { count, of } = done;
  return (
    <div className={styles['done']}>
      <strong data-now>{count}</strong>
      <span className={styles['of']} data-now>
        {words}
      </span>
      {of <= mostSheets && of > 0 && (
        // filled from the left, in nobody's order
        <span className={styles['sheets']} aria-hidden="true">
          {Array.from({ length: of }, (_, at) => (
            <svg key={at} viewBox="0 0 52 72" data-done={at < count || undefined}>
              <path d="M9 2H36L50 16V63a7 7 0 0 1-7 7H9a7 7 0 0 1-7-7V9a7 7 0 0 1 7-7Z" />
              {at < count && <path className={styles['tick']} d="m16 38 8 8 14-15" />}
            </svg>
          ))}
        </span>
      )}
    </div>
  );
}
