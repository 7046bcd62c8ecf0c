/** Starts a board from a template. The field for the operator's secret only appears when the server asks for it. */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Failure } from '#client/connection/api/failureOf.ts';
import { noteMade } from '#client/connection/api/madeBoard.ts';
import { Button } from '#client/ui/Button.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { isBlank } from '#shared/text/unseen.ts';
import { useServices } from '#client/app/Services.ts';
import { SecretField } from './SecretField.tsx';
import styles from './StartForm.module.css';
import { MoveDates, TemplatePart } from './TemplatePart.tsx';
import { useCreateSecret } from './useCreateSecret.ts';
import { useTemplates } from './useTemplates.ts';

export function StartForm() {
  const { t } = useTranslation();
  const { api } = useServices();
  const [, navigate] = useLocation();
  const [title, setTitle] = useState('');
  const [template, setTemplate] = useState('blank');
  const [movesDates, setMovesDates] = useState(true);
  const loaded = useTemplates();
  const secret = useCreateSecret();
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | 'title' | null>(null);
  const titleField = useRef<HTMLInputElement>(null);

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
      secret.secret ?? undefined,
    );
    setBusy(false);
    if (answer.ok) {
      noteMade(answer.value.id);
      navigate(answer.value.links.facilitator);
    } else setProblem(secret.problemOf(answer.code));
  };

  const templates = loaded !== null && loaded !== 'failed' && loaded.templates.length > 0 ? loaded.templates : null;
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
      <TemplatePart templates={templates} failed={loaded === 'failed'} chosen={template} onChoose={setTemplate} />
      {example !== undefined && <MoveDates asOf={example.asOf} moves={movesDates} onMoves={setMovesDates} />}
      <SecretField of={secret} isWrong={problem === 'create-secret-required'} autoFocus />
      {problem !== null && problem !== 'title' && problem !== 'create-secret-required' && (
        <p className={styles['error']} role="alert">
          {t(`refusal.${problem}`)}
        </p>
      )}
      <div className={styles['foot']}>
        <Button type="submit" look="primary" className={styles['submit']} disabled={isBusy}>
          {isBusy ? t('home.starting') : t('home.start')}
        </Button>
      </div>
    </form>
  );
}

/** The day on which the example then seems to have been made. */
function today(): string {
  const now = new Date();
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
