/** Starts a board from a file: a board file or a template file, checked whole and shown before anything is made. */
import { useTranslation } from 'react-i18next';
import importWords from '#shared/words/en/import.json';
import { usePageTexts } from '#client/locales/usePageTexts.ts';
import { Button } from '#client/ui/Button.tsx';
import { FileDrop } from '#client/ui/FileDrop.tsx';
import { ImportForm, ImportProblems } from './ImportAnswer.tsx';
import styles from './ImportBoard.module.css';
import { SecretField } from './SecretField.tsx';
import { useImport } from './useImport.ts';

export function ImportBoard() {
  usePageTexts(importWords);
  const { t } = useTranslation();
  const { file, unfit, preview, failed, isBusy, secret, open, checkAgain, start, forget } = useImport();
  return (
    <div className={styles['import']}>
      <p className={styles['quiet']}>{t('home.import.hint')}</p>
      <FileDrop
        label={t('home.import.choose')}
        hint={file === null ? t('home.import.drop') : file.name}
        accept=".json,.zip,application/json"
        isBusy={isBusy}
        onFile={(chosen) => void open(chosen)}
      />
      {unfit !== null && (
        <p role="alert" className={styles['problem']}>
          {t(`home.import.file.${unfit.why}`, { max: Math.floor(unfit.most / 1024 / 1024) })}
        </p>
      )}
      {isBusy && preview === null && <p role="status">{t('home.import.checking')}</p>}
      <SecretField of={secret} isWrong={failed === 'create-secret-required'} />
      {secret.secret !== null && preview === null && file !== null && (
        <Button disabled={isBusy} onClick={() => void checkAgain()}>
          {t('home.import.again')}
        </Button>
      )}
      {failed !== null && failed !== 'create-secret-required' && (
        <p role="alert" className={styles['problem']}>
          {t(`refusal.${failed}`)}
        </p>
      )}
      {preview?.ok === false && <ImportProblems problems={preview} />}
      {preview?.ok === true && file !== null && (
        <ImportForm
          preview={preview}
          named={preview.title || nameOf(file)}
          isBusy={isBusy}
          onStart={(title) => void start(title)}
          onCancel={forget}
        />
      )}
    </div>
  );
}

function nameOf(file: File): string {
  return file.name.replace(/\.(?:json|zip)$/i, '').slice(0, 120);
}
