/** From what a board starts: one of the templates of the server, or nothing. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Templates } from '#shared/wire/http.ts';
import styles from './StartForm.module.css';
import { TemplateChoice } from './TemplateChoice.tsx';

type Template = Templates['templates'][number];

export interface TemplatePartProps {
  /** null: there are none to choose from, or not yet */
  readonly templates: readonly Template[] | null;
  readonly failed: boolean;
  readonly chosen: string;
  readonly onChoose: (template: string) => void;
}

export function TemplatePart({ templates, failed, chosen, onChoose }: TemplatePartProps) {
  const { t } = useTranslation();
  const legend = useId();
  return (
    <fieldset className={styles['templates']} aria-labelledby={legend}>
      <div id={legend} className={styles['legend']}>
        {t('home.templateLabel')}
      </div>
      {templates === null ? (
        <TemplateChoice
          id="blank"
          title={t('home.blankTitle')}
          summary={t('home.blankSummary')}
          isChosen={chosen === 'blank'}
          onChoose={onChoose}
        />
      ) : (
        templates.map((one) => (
          <TemplateChoice
            key={one.id}
            id={one.id}
            title={one.title}
            summary={one.summary}
            {...(one.id === 'blank' ? {} : { about: one })}
            isChosen={chosen === one.id}
            onChoose={onChoose}
          />
        ))
      )}
      {failed && <p className={styles['hint']}>{t('home.templatesFailed')}</p>}
    </fieldset>
  );
}

export interface MoveDatesProps {
  /** the day of the example, as it was written */
  readonly asOf: string;
  readonly moves: boolean;
  readonly onMoves: (moves: boolean) => void;
}

/** Whether the days of an example move, so that it seems to have been made today. */
export function MoveDates({ asOf, moves, onMoves }: MoveDatesProps) {
  const { t, i18n } = useTranslation();
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeZone: 'UTC' });
  return (
    <label className={styles['dates']}>
      <input type="checkbox" checked={moves} onChange={(event) => onMoves(event.target.checked)} />
      <span>
        {t('home.moveDates')}
        <span className={styles['hint']}>{t('home.moveDatesHint', { day: day.format(new Date(asOf)) })}</span>
      </span>
    </label>
  );
}
