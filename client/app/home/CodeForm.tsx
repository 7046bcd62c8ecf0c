/** Joins a board by the short code on the screen in the room. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Failure } from '#client/connection/api/failureOf.ts';
import { Button } from '#client/ui/Button.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import styles from './CodeForm.module.css';
import { useServices } from '#client/app/Services.ts';

export function CodeForm() {
  const { t } = useTranslation();
  const { api } = useServices();
  const [, navigate] = useLocation();
  const [code, setCode] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | null>(null);
  const join = async (): Promise<void> => {
    if (code.trim() === '') return;
    setBusy(true);
    setProblem(null);
    const answer = await api.findCode(code.trim());
    setBusy(false);
    if (answer.ok) navigate(answer.value.link);
    else setProblem(answer.code);
  };
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void join();
      }}
    >
      <div className={styles['row']}>
        <TextField
          label={t('home.codeLabel')}
          error={problem === null ? undefined : t(`refusal.${problem}`)}
          value={code}
          maxLength={40}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          onText={setCode}
        />
        <Button type="submit" className={styles['submit']} disabled={isBusy}>
          {t('home.join')}
        </Button>
      </div>
      <p className={styles['hint']}>
        {t('home.codeHint')} {t('home.noCode')}
      </p>
    </form>
  );
}
