/** Starts a board from a template. The field for the operator's secret only appears when the server asks for it. */
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Failure } from '#client/connection/api/failureOf.ts';
import { noteMade } from '#client/connection/api/madeBoard.ts';
import { Button } from '#client/ui/Button.tsx';
import type { Templates } from '#shared/wire/http.ts';
import { TextField } from '#client/ui/TextField.tsx';
import { isBlank } from '#shared/text/unseen.ts';
import { useServices } from '#client/app/Services.ts';
import styles from './StartForm.module.css';
import { TemplateChoice } from './TemplateChoice.tsx';

type Template = Templates['templates'][number];

export function StartForm() {
  const { t, i18n } = useTranslation();
  const { api } = useServices();
  const [, navigate] = useLocation();
  const [title, setTitle] = useState('');
  const [template, setTemplate] = useState('blank');
  const [movesDates, setMovesDates] = useState(true);
  const [loaded, setLoaded] = useState<readonly Template[] | null | 'failed'>(null);
  const [secret, setSecret] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | 'title' | null>(null);
  const legend = useId();
  const titleField = useRef<HTMLInputElement>(null);

  useEffect(() => {
    let isShown = true;
    const load = async (): Promise<void> => {
      const answer = await api.templates();
      if (isShown) setLoaded(answer.ok ? answer.value.templates : 'failed');
    };
    void load();
    return () => {
      isShown = false;
    };
  }, [api]);

  const start = async (): Promise<void> => {
    if (isBlank(title)) {
      setProblem('title');
      titleField.current?.focus();
      return;
    }
    setBusy(true);
    setProblem(null);
    const answer = await api.createBoard(
      { title: title.trim(), template, ...(movesDates ? { datesFor: today() } : {}) },
      secret ?? undefined,
    );
    setBusy(false);
    if (answer.ok) {
      noteMade(answer.value.id);
      navigate(answer.value.links.facilitator);
      return;
    }
    if (answer.code === 'create-secret-required') setSecret((before) => before ?? '');
    setProblem(answer.code === 'create-secret-required' && secret === null ? null : answer.code);
  };

  const templates = Array.isArray(loaded) && loaded.length > 0 ? (loaded as readonly Template[]) : null;
  const example = template === 'blank' ? undefined : templates?.find((one) => one.id === template);
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <TextField
        ref={titleField}
        label={t('home.titleLabel')}
        hint={t('home.titleHint')}
        error={problem === 'title' ? t('home.titleMissing') : undefined}
        value={title}
        maxLength={120}
        autoComplete="off"
        onText={setTitle}
      />
      <fieldset className={styles['templates']} aria-labelledby={legend}>
        <div id={legend} className={styles['legend']}>
          {t('home.templateLabel')}
        </div>
        {templates === null ? (
          <TemplateChoice
            id="blank"
            title={t('home.blankTitle')}
            summary={t('home.blankSummary')}
            isChosen={template === 'blank'}
            onChoose={setTemplate}
          />
        ) : (
          templates.map((one) => (
            <TemplateChoice
              key={one.id}
              id={one.id}
              title={one.title}
              summary={one.summary}
              about={one}
              isChosen={template === one.id}
              onChoose={setTemplate}
            />
          ))
        )}
        {loaded === 'failed' && <p className={styles['hint']}>{t('home.templatesFailed')}</p>}
      </fieldset>
      {example !== undefined && (
        <label className={styles['dates']}>
          <input type="checkbox" checked={movesDates} onChange={(event) => setMovesDates(event.target.checked)} />
          <span>
            {t('home.moveDates')}
            <span className={styles['hint']}>
              {t('home.moveDatesHint', {
                day: new Intl.DateTimeFormat(i18n.language, { dateStyle: 'long', timeZone: 'UTC' }).format(
                  new Date(example.asOf),
                ),
              })}
            </span>
          </span>
        </label>
      )}
      {secret !== null && (
        <TextField
          label={t('home.secretLabel')}
          hint={t('home.secretHint')}
          error={problem === 'create-secret-required' ? t('refusal.create-secret-required') : undefined}
          type="password"
          autoComplete="off"
          autoFocus
          value={secret}
          onText={setSecret}
        />
      )}
      {problem !== null && problem !== 'title' && problem !== 'create-secret-required' && (
        <p className={styles['error']} role="alert">
          {t(`refusal.${problem}`)}
        </p>
      )}
      <Button type="submit" look="primary" className={styles['submit']} disabled={isBusy}>
        {isBusy ? t('home.starting') : t('home.start')}
      </Button>
    </form>
  );
}

/** The day on which the example then seems to have been made. */
function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
