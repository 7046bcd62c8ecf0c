/** Starts a board from a file: a board file or a template file, checked whole and shown before anything is made. */
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { noteMade } from '#client/connection/api/madeBoard.ts';
import { useLocation } from 'wouter';
import type { Api, ImportProof } from '#client/connection/api/Api.ts';
import type { Failure } from '#client/connection/api/failureOf.ts';
import type { VisitedBoard } from '#client/connection/device/VisitedBoards.ts';
import { type BoardFileRefusal, openBoardFile } from '#client/files/openBoardFile.ts';
import importWords from '#shared/words/en/import.json';
import { usePageTexts } from '#client/locales/usePageTexts.ts';
import { dayAndTime } from '#client/ui/text/moments.ts';
import { Button } from '#client/ui/Button.tsx';
import { FileDrop } from '#client/ui/FileDrop.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { defaultLimits } from '#shared/wire/limits.ts';
import type { ImportPreview } from '#shared/wire/snapshots.ts';
import { isBlank } from '#shared/text/unseen.ts';
import styles from './ImportBoard.module.css';
import { useServices } from '#client/app/Services.ts';

type Fitting = Extract<ImportPreview, { readonly ok: true }>;
type Unfitting = Extract<ImportPreview, { readonly ok: false }>;

/** Largest file in bytes: from anybody, and from who leads a board here. */
interface Most {
  readonly open: number;
  readonly known: number;
}

export function ImportBoard() {
  usePageTexts(importWords);
  const { t } = useTranslation();
  const { api, visited } = useServices();
  const [, navigate] = useLocation();
  const [file, setFile] = useState<File | null>(null);
  const [most, setMost] = useState<Most>({
    open: defaultLimits.maxOpenImportBytes,
    known: defaultLimits.maxImportBytes,
  });
  const [lead, setLead] = useState<VisitedBoard | null>(null);
  const [unfit, setUnfit] = useState<BoardFileRefusal | 'tooLargeUnknown' | null>(null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [title, setTitle] = useState('');
  const [secret, setSecret] = useState<string | null>(null);
  const [failed, setFailed] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);

  useEffect(() => {
    let isShown = true;
    const ask = async (): Promise<void> => {
      const answer = await api.templates();
      if (!isShown || !answer.ok) return;
      const { maxImportBytes: known = defaultLimits.maxImportBytes, maxOpenImportBytes: open = known } = answer.value;
      setMost({ open, known });
    };
    void ask();
    return () => {
      isShown = false;
    };
  }, [api]);

  const refuse = (code: Failure): void => {
    if (code === 'create-secret-required') setSecret((before) => before ?? '');
    setFailed(code === 'create-secret-required' && secret === null ? null : code);
  };
  const open = async (chosen: File): Promise<void> => {
    forget();
    setBusy(true);
    const opened = await openBoardFile(chosen, most.known);
    const by = opened.ok && opened.file.size > most.open ? await findLead(api, visited.list()) : null;
    setBusy(false);
    setLead(by);
    if (!opened.ok) setUnfit(opened.code);
    else if (opened.file.size > most.open && by === null) setUnfit('tooLargeUnknown');
    else await check(opened.file, by);
  };
  const check = async (chosen: File, by: VisitedBoard | null): Promise<void> => {
    forget();
    setFile(chosen);
    setBusy(true);
    const answer = await api.checkImport(asJson(chosen), proofOf(secret, by));
    setBusy(false);
    if (!answer.ok) {
      refuse(answer.code);
      return;
    }
    setPreview(answer.value);
    if (answer.value.ok) setTitle(answer.value.title || nameOf(chosen));
  };
  const start = async (): Promise<void> => {
    if (file === null || isBlank(title) || isBusy) return;
    setBusy(true);
    setFailed(null);
    const answer = await api.importBoard(asJson(file), title.trim(), proofOf(secret, lead));
    setBusy(false);
    if (answer.ok) {
      noteMade(answer.value.id);
      navigate(answer.value.links.facilitator);
    } else refuse(answer.code);
  };
  const forget = (): void => {
    setFile(null);
    setPreview(null);
    setFailed(null);
    setUnfit(null);
  };

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
          {t(`home.import.file.${unfit}`, {
            max: Math.floor((unfit === 'tooLargeUnknown' ? most.open : most.known) / 1024 / 1024),
          })}
        </p>
      )}
      {isBusy && preview === null && <p role="status">{t('home.import.checking')}</p>}
      {secret !== null && (
        <TextField
          label={t('home.secretLabel')}
          hint={t('home.secretHint')}
          error={failed === 'create-secret-required' ? t('refusal.create-secret-required') : undefined}
          type="password"
          autoComplete="off"
          value={secret}
          onText={setSecret}
        />
      )}
      {secret !== null && preview === null && file !== null && (
        <Button disabled={isBusy} onClick={() => void check(file, lead)}>
          {t('home.import.again')}
        </Button>
      )}
      {failed !== null && failed !== 'create-secret-required' && (
        <p role="alert" className={styles['problem']}>
          {t(`refusal.${failed}`)}
        </p>
      )}
      {preview?.ok === false && <Problems problems={preview} />}
      {preview?.ok === true && (
        <form
          className={styles['preview']}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void start();
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
            <Button look="plain" onClick={forget}>
              {t('common.cancel')}
            </Button>
          </div>
        </form>
      )}
    </div>
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

function Problems({ problems: { problems, more } }: { readonly problems: Unfitting }) {
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

/** A board that this device leads, by the word of the server: who leads one may bring larger files. */
async function findLead(api: Api, boards: readonly VisitedBoard[]): Promise<VisitedBoard | null> {
  for (const board of boards.filter(({ role }) => role === 'facilitator')) {
    const answer = await api.seat(board.id, board.seat);
    if (answer.ok && answer.value.role === 'facilitator') return board;
  }
  return null;
}

function proofOf(secret: string | null, lead: VisitedBoard | null): ImportProof {
  if (secret !== null) return { secret };
  return lead === null ? {} : { secret: lead.seat, by: lead.id };
}

/** Whatever the device thinks the file is. */
function asJson(file: File): Blob {
  return file.slice(0, file.size, 'application/json');
}

function nameOf(file: File): string {
  return file.name.replace(/\.(?:json|zip)$/i, '').slice(0, 120);
}
