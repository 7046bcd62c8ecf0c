/** Who somebody is on the board that they join. */
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitedBoard } from '#client/connection/device/VisitedBoards.ts';
import { Button } from '#client/ui/Button.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { isBlank } from '#shared/text/unseen.ts';
import styles from './JoinPage.module.css';
import { KindChoice } from './KindChoice.tsx';
import { OrganizationField } from './OrganizationField.tsx';
import { PlaceHere } from './PlaceHere.tsx';
import { useServices } from '#client/app/Services.ts';
import { useJoining, type JoinPageProps, type Newcomer } from './useJoining.ts';
import type { TakeOver } from './useTakeOver.ts';
import { wasAway } from './wasAway.ts';

export function JoinForm(props: JoinPageProps) {
  const { door, known } = props;
  const { t } = useTranslation();
  const { visited } = useServices();
  const { takeOver, isBusy, failed, join } = useJoining(props);
  const [name, setName] = useState(() => (known !== null && wasAway(known, Date.now()) ? '' : visited.lastName()));
  const [organization, setOrganization] = useState('');
  const [kind, setKind] = useState<Newcomer['kind']>(null);
  const [isNameless, setNameless] = useState(false);
  const nameField = useRef<HTMLInputElement>(null);
  const submit = async (): Promise<void> => {
    setNameless(isBlank(name));
    if (isBlank(name)) nameField.current?.focus();
    else await join({ name, organization, kind });
  };
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <TextField
        ref={nameField}
        label={t('join.nameLabel')}
        hint={t('join.nameHint')}
        error={isNameless ? t('join.nameMissing') : undefined}
        value={name}
        maxLength={60}
        autoComplete="name"
        autoFocus
        onText={setName}
      />
      <OrganizationField names={door.organizations} organization={organization} onText={setOrganization} />
      {door.role !== 'observer' && <KindChoice kind={kind} onKind={setKind} />}
      {failed !== null && !isNameless && (
        <p className={styles['error']} role="alert">
          {t(`refusal.${failed}`)}
        </p>
      )}
      {known !== null && <PlaceHere name={known.name} takeOver={takeOver} />}
      <Button type="submit" look="primary" className={styles['submit']} disabled={isBusy}>
        {t(isBusy ? 'join.submitting' : submitText(known, takeOver))}
      </Button>
    </form>
  );
}

function submitText(known: VisitedBoard | null, { mayStay, forgets }: TakeOver) {
  if (known === null) return 'join.submit';
  return mayStay && !forgets ? 'join.joinTab' : 'join.joinAnew';
}
