/** One page to join: who you are, what is recorded, one button. No account. */
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import joinWords from '#shared/words/en/join.json';
import { usePageTexts } from '#client/locales/usePageTexts.ts';
import { deviceKind } from '#client/connection/device/deviceKind.ts';
import type { Failure } from '#client/connection/api/failureOf.ts';
import { wasMadeHere } from '#client/connection/api/madeBoard.ts';
import type { VisitedBoard } from '#client/connection/device/VisitedBoards.ts';
import type { representativeKinds } from '#shared/wire/http.ts';
import type { Door } from '#shared/wire/http.ts';
import { Button } from '#client/ui/Button.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { isBlank, oneLine } from '#shared/text/unseen.ts';
import styles from './JoinPage.module.css';
import { KindChoice } from './KindChoice.tsx';
import { Mark } from '#client/app/Mark.tsx';
import { PlaceHere } from './PlaceHere.tsx';
import { returnsBy } from './returnsBy.ts';
import { useServices } from '#client/app/Services.ts';
import { useTakeOver, type TakeOver } from './useTakeOver.ts';
import { useTitle } from '#client/app/useTitle.ts';
import { wasAway } from './wasAway.ts';

export interface JoinPageProps {
  readonly board: string;
  readonly door: Door;
  readonly linkKey: string;
  /** This device is on the board already, in another role or as somebody who was away for long. */
  readonly known: VisitedBoard | null;
  readonly onJoined: (me: VisitedBoard) => void;
}

export function JoinPage({ board, door, linkKey, known, onJoined }: JoinPageProps) {
  usePageTexts(joinWords);
  const { t } = useTranslation();
  const { api, visited } = useServices();
  const takeOver = useTakeOver(known, door);
  useTitle(t('join.documentTitle', { title: door.title }));
  const [name, setName] = useState(() => (known !== null && wasAway(known, Date.now()) ? '' : visited.lastName()));
  const [organization, setOrganization] = useState('');
  const [kind, setKind] = useState<(typeof representativeKinds)[number] | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Failure | 'name' | null>(null);
  const list = useId();
  const nameField = useRef<HTMLInputElement>(null);

  const join = async (): Promise<void> => {
    if (isBlank(name)) {
      setProblem('name');
      nameField.current?.focus();
      return;
    }
    setBusy(true);
    setProblem(null);
    try {
      if (!(await takeOver.isSettled())) return;
    } finally {
      setBusy(false);
    }
    setBusy(true);
    const answer = await api.join(board, {
      key: linkKey,
      name: name.trim(),
      ...(isBlank(organization) ? {} : { organization: organization.trim() }),
      ...(kind === null ? {} : { kind }),
      device: deviceKind(navigator),
    });
    setBusy(false);
    if (!answer.ok) {
      setProblem(answer.code);
      return;
    }
    const { seat, person, role, isOwner } = answer.value;
    const me = {
      id: board,
      title: door.title,
      role,
      link: door.role,
      seat,
      person: person.id,
      name: person.name,
      visitedAt: Date.now(),
      ...(isOwner ? { owner: wasMadeHere(board) ? ('untold' as const) : ('told' as const) } : {}),
    };
    // not as the board tells them from others of that name
    visited.keepName(oneLine(name));
    takeOver.keep(me);
    onJoined(me);
  };

  return (
    <main className={styles['page']}>
      <div className={styles['card']}>
        <header className={styles['head']}>
          <Mark size={36} />
          <div>
            <p className={styles['over']}>{t('join.invited')}</p>
            <h1 className={styles['title']}>{door.title}</h1>
          </div>
        </header>
        <p className={styles['role']}>
          {t('join.asRole')} <strong>{t(`role.${door.role}`)}</strong>. {t(`role.${door.role}Sentence`)}
        </p>
        {known !== null && (
          <div className={styles['known']}>
            <p>
              {t(returnsBy(known, door.role) ? 'join.wasHere' : 'join.alreadyHere', {
                name: known.name,
                role: t(`role.${known.role}`),
                linkRole: t(`role.${door.role}`),
              })}
            </p>
            <Button
              onClick={() => {
                visited.keep(known);
                onJoined(known);
              }}
            >
              {t('join.goOn', { name: known.name })}
            </Button>
          </div>
        )}
        <form
          className={styles['form']}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void join();
          }}
        >
          <TextField
            ref={nameField}
            label={t('join.nameLabel')}
            hint={t('join.nameHint')}
            error={problem === 'name' ? t('join.nameMissing') : undefined}
            value={name}
            maxLength={60}
            autoComplete="name"
            autoFocus
            onText={setName}
          />
          <TextField
            label={t('join.organizationLabel')}
            note={t('join.optional')}
            hint={door.organizations.length > 0 ? t('join.organizationHint') : undefined}
            value={organization}
            maxLength={120}
            autoComplete="organization"
            list={list}
            onText={setOrganization}
          >
            <datalist id={list}>
              {door.organizations.map((one) => (
                <option key={one} value={one} />
              ))}
            </datalist>
          </TextField>
          {door.role !== 'observer' && <KindChoice kind={kind} onKind={setKind} />}
          {problem !== null && problem !== 'name' && (
            <p className={styles['error']} role="alert">
              {t(`refusal.${problem}`)}
            </p>
          )}
          {known !== null && <PlaceHere name={known.name} takeOver={takeOver} />}
          <Button type="submit" look="primary" className={styles['submit']} disabled={isBusy}>
            {t(isBusy ? 'join.submitting' : submitText(known, takeOver))}
          </Button>
        </form>
        <footer className={styles['recorded']}>
          <strong>{t('join.recordedTitle')}</strong> {t('join.recorded')}{' '}
          {door.retentionDays === null ? t('join.keptForever') : t('join.keptDays', { count: door.retentionDays })}
        </footer>
      </div>
    </main>
  );
}

function submitText(known: VisitedBoard | null, { mayStay, forgets }: TakeOver) {
  if (known === null) return 'join.submit';
  return mayStay && !forgets ? 'join.joinTab' : 'join.joinAnew';
}
