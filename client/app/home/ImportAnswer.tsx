/** What the server found in a file: what would come, with a title to start under, or everything that does not fit. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayAndTime } from '#client/ui/text/moments.ts';
import { Button } from '#client/ui/Button.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { isBlank } from '#shared/text/unseen.ts';
import type { ImportPreview } from '#shared/wire/snapshots.ts';
import styles from './ImportBoard.module.css';

type Fitting = Extract<ImportPreview, { readonly ok: true }>;
type Unfitting = Extract<ImportPreview, { readonly ok: false }>;

export interface ImportFormProps {
  readonly preview: Fitting;
  /** the title that it has unless somebody gives another one */
  readonly named: string;
  readonly isBusy: boolean;
  readonly onStart: (title: string) => void;
  readonly onCancel: () => void;
}

export function ImportForm({ preview, named, isBusy, onStart, onCancel }: ImportFormProps) {
  const { t } = useTranslation();
  const [title, setTitle] = useState(named);
  return (
    <form
      className={styles['preview']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBlank(title)) onStart(title.trim());
      }}
    >
      <Coming preview={preview} />
      <TextField
        label={t('home.titleLabel')}
        value={title}
        maxLength={120}
        autoComplete="off"
        error={isBlank(title) ? t('home.titleMissing') : undefined}
        onText={setTitle}
      />
      <div className={styles['acts']}>
        <Button type="submit" look="primary" disabled={isBusy || isBlank(title)}>
          {isBusy ? t('home.starting') : t('home.import.start')}
        </Button>
        <Button look="plain" onClick={onCancel}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}

const counted = ['interests', 'organizations', 'representatives', 'notes', 'actions', 'drawings'] as const;

function Coming({ preview }: { readonly preview: Fitting }) {
  const { t, i18n } = useTranslation();
  const { counts, kind, exportedAt, pictures, missingPictures } = preview;
  return (
    <div role="status">
      <h3 className={styles['title']}>{t('home.import.fits')}</h3>
      <p className={styles['quiet']}>
        {kind === 'template' || exportedAt === null
          ? t('home.import.template')
          : t('home.import.board', { time: dayAndTime(new Date(exportedAt), i18n.language) })}
      </p>
      <ul className={styles['counts']}>
        {counted.map(
          (name) => counts[name] > 0 && <li key={name}>{t(`home.import.${name}`, { count: counts[name] })}</li>,
        )}
        {pictures > 0 && <li>{t('home.import.pictures', { count: pictures })}</li>}
      </ul>
      {missingPictures > 0 && <p>{t('home.import.missingPictures', { count: missingPictures })}</p>}
    </div>
  );
}

export function ImportProblems({ problems: { problems, more } }: { readonly problems: Unfitting }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div className={styles['bad']} role="alert" aria-labelledby={id}>
      <h3 id={id} className={styles['title']}>
        {t('home.import.unfit', { count: problems.length + more })}
      </h3>
      <ul className={styles['problems']} tabIndex={0} aria-labelledby={id}>
        {problems.map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            {path !== '' && <code>{path}</code>} {message}
          </li>
        ))}
      </ul>
      {more > 0 && <p>{t('home.import.more', { count: more })}</p>}
    </div>
  );
}
