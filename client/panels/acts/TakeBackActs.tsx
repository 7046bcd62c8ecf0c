/** Takes back what one person did since a time: first what it would bring, then one press (TAKEBACK). */
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard } from '#client/board/BoardContext.ts';
import type { Failure } from '#client/connection/api/failureOf.ts';
import { previewActs, takeBackActs } from '#client/connection/api/personActs.ts';
import { Button } from '#client/ui/Button.tsx';
import { sinces, type ActsPreview, type Since } from '#shared/wire/takeBack.ts';
import { lossWords } from '../snapshots/lossWords.ts';
import { Failed } from '#client/ui/messages/Failed.tsx';
import styles from '#client/panels/people/PeoplePanel.module.css';
import type { NamedThing } from './boardThing.ts';
import { StayList } from './StayList.tsx';

export interface TakeBackActsProps {
  readonly person: { readonly id: string; readonly name: string };
  readonly thingOf: (key: string) => NamedThing;
  readonly onClose: () => void;
}

type Found = Omit<ActsPreview, 'since'>;

export function TakeBackActs({ person, thingOf, onClose }: TakeBackActsProps) {
  const { t } = useTranslation();
  const { server } = useBoard();
  const [since, setSince] = useState<Since>('tenMinutes');
  const preview = useActsPreview(person.id, since);
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Failure | null>(null);
  const [done, setDone] = useState<Found | null>(null);
  const sentences = useSentences();
  const found = preview === null || typeof preview === 'string' ? null : preview;
  const unread = typeof preview === 'string' ? preview : null;
  const takeBack = async (at: number): Promise<void> => {
    setBusy(true);
    setFailed(null);
    const answer = await takeBackActs(server, person.id, at);
    setBusy(false);
    if (answer.ok) setDone(answer.value);
    else setFailed(answer.code);
  };
  const { name } = person;
  const title = t('people.acts.of', { name });
  if (done !== null)
    return (
      <div className={styles['ask']} role="region" aria-label={title}>
        <p role="status">{[t('people.acts.done', { name }), ...sentences(done, true)].join(' ')}</p>
        <StayList {...done} thingOf={thingOf} />
        <div className={styles['answers']}>
          <Button autoFocus onClick={onClose}>
            {t('common.close')}
          </Button>
        </div>
      </div>
    );
  const told = found === null ? [] : sentences(found, false);
  const problem = failed ?? unread;
  return (
    <div className={styles['ask']} role="region" aria-label={title}>
      <SinceWhen name={name} since={since} onSince={setSince} />
      <div role="status">
        {preview === null && <p>{t('people.acts.looking')}</p>}
        {found !== null && told.length === 0 && <p>{t('people.acts.nothing')}</p>}
        {told.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {found !== null && <StayList {...found} thingOf={thingOf} />}
      {problem !== null && <Failed>{t(`refusal.${problem}`)}</Failed>}
      {told.length > 0 && <p>{t('people.acts.hint')}</p>}
      <div className={styles['answers']}>
        <Button
          look="danger"
          disabled={told.length === 0 || isBusy}
          onClick={() => found !== null && void takeBack(found.since)}
        >
          {t('people.acts.yes')}
        </Button>
        <Button look="plain" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </div>
  );
}

/** What it would bring, or why that is not known; null while the server is asked. */
function useActsPreview(person: string, since: Since): ActsPreview | Failure | null {
  const { server } = useBoard();
  const [preview, setPreview] = useState<{ readonly of: Since; readonly answer: ActsPreview | Failure } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const look = async (): Promise<void> => {
      const answer = await previewActs(server, person, since);
      if (isWanted) setPreview({ of: since, answer: answer.ok ? answer.value : answer.code });
    };
    void look();
    return () => {
      isWanted = false;
    };
  }, [server, person, since]);
  return preview?.of === since ? preview.answer : null;
}

/** In numbers: what comes back, goes and changes, or did. */
function useSentences(): (of: Found, isDone: boolean) => readonly string[] {
  const { t, i18n } = useTranslation();
  return (of, isDone) =>
    (['back', 'gone', 'changed'] as const).flatMap((how) => {
      const list = lossWords(of[how], t, i18n.language);
      if (list === '') return [];
      return isDone ? t(`people.acts.${how}Now` as const, { list }) : t(`people.acts.${how}`, { list });
    });
}

interface SinceWhenProps {
  readonly name: string;
  readonly since: Since;
  readonly onSince: (since: Since) => void;
}

function SinceWhen({ name, since, onSince }: SinceWhenProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{t('people.acts.sinceLabel', { name })}</label>
      <select
        id={id}
        className={styles['since']}
        autoFocus
        value={since}
        onChange={({ target }) => onSince(sinces.find((one) => one === target.value) ?? since)}
      >
        {sinces.map((one) => (
          <option key={one} value={one}>
            {t(`people.acts.since.${one}`)}
          </option>
        ))}
      </select>
    </>
  );
}
