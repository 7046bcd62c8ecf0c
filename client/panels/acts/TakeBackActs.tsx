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

interface Preview {
  readonly of: Since;
  readonly answer: ActsPreview | Failure;
}

export function TakeBackActs({ person, thingOf, onClose }: TakeBackActsProps) {
  const { t, i18n } = useTranslation();
  const { server } = useBoard();
  const id = useId();
  const [since, setSince] = useState<Since>('tenMinutes');
  const [preview, setPreview] = useState<Preview | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Failure | null>(null);
  const [done, setDone] = useState<Omit<ActsPreview, 'since'> | null>(null);

  useEffect(() => {
    let isWanted = true;
    const look = async (): Promise<void> => {
      const answer = await previewActs(server, person.id, since);
      if (isWanted) setPreview({ of: since, answer: answer.ok ? answer.value : answer.code });
    };
    void look();
    return () => {
      isWanted = false;
    };
  }, [server, person.id, since]);

  const found = preview?.of === since ? preview.answer : null;
  const takeBack = async (at: number): Promise<void> => {
    setBusy(true);
    setFailed(null);
    const answer = await takeBackActs(server, person.id, at);
    setBusy(false);
    if (answer.ok) setDone(answer.value);
    else setFailed(answer.code);
  };
  const sentences = (of: Omit<ActsPreview, 'since'>): readonly string[] =>
    (['back', 'gone', 'changed'] as const).flatMap((how) => {
      const list = lossWords(of[how], t, i18n.language);
      if (list === '') return [];
      return done === null ? t(`people.acts.${how}`, { list }) : t(`people.acts.${how}Now` as const, { list });
    });

  const { name } = person;
  const title = t('people.acts.of', { name });
  if (done !== null)
    return (
      <div className={styles['ask']} role="region" aria-label={title}>
        <p role="status">{[t('people.acts.done', { name }), ...sentences(done)].join(' ')}</p>
        <StayList {...done} thingOf={thingOf} />
        <div className={styles['answers']}>
          <Button autoFocus onClick={onClose}>
            {t('common.close')}
          </Button>
        </div>
      </div>
    );
  const isReport = found !== null && typeof found !== 'string';
  const told = isReport ? sentences(found) : [];
  return (
    <div className={styles['ask']} role="region" aria-label={title}>
      <label htmlFor={id}>{t('people.acts.sinceLabel', { name })}</label>
      <select
        id={id}
        className={styles['since']}
        autoFocus
        value={since}
        onChange={({ target }) => setSince(sinces.find((one) => one === target.value) ?? since)}
      >
        {sinces.map((one) => (
          <option key={one} value={one}>
            {t(`people.acts.since.${one}`)}
          </option>
        ))}
      </select>
      <div role="status">
        {found === null && <p>{t('people.acts.looking')}</p>}
        {isReport && told.length === 0 && <p>{t('people.acts.nothing')}</p>}
        {told.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {isReport && <StayList {...found} thingOf={thingOf} />}
      {(typeof found === 'string' || failed !== null) && (
        <Failed>{t(`refusal.${failed ?? (typeof found === 'string' ? found : 'fault')}`)}</Failed>
      )}
      {told.length > 0 && <p>{t('people.acts.hint')}</p>}
      <div className={styles['answers']}>
        <Button
          look="danger"
          disabled={!isReport || told.length === 0 || isBusy}
          onClick={() => isReport && void takeBack(found.since)}
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
