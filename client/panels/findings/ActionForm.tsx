/** An action from a finding: what, which organization, by when. Who and when may follow later; findings will ask. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isDay } from '#shared/map/entities/fields.ts';
import { useMap } from '#client/map/MapContext.ts';
import { useCommands } from '#client/map/useCommands.ts';
import { Button } from '#client/ui/Button.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import styles from './FindingCard.module.css';

export interface ActionFormProps {
  readonly start: string;
  readonly source: string;
  readonly onClose: () => void;
}

export function ActionForm({ start, source, onClose }: ActionFormProps) {
  const { t } = useTranslation();
  const map = useMap();
  const { run, refused } = useCommands();
  const [title, setTitle] = useState(start);
  const [owner, setOwner] = useState('');
  const [due, setDue] = useState('');
  const id = useId();
  const add = () => {
    const fields = { title, source, owner_org_id: owner || null, due_on: isDay(due) ? due : null };
    const outcome = run([{ type: 'add', collection: 'actions', fields }], t('map.findings.actionAdded', { title }));
    if (outcome.ok) onClose();
  };
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() !== '') add();
      }}
    >
      <TextField
        label={t('map.findings.actionWhat')}
        value={title}
        maxLength={300}
        autoComplete="off"
        autoFocus
        onText={setTitle}
      />
      <div>
        <label htmlFor={id} className={styles['label']}>
          {t('map.findings.actionWho')}
        </label>
        <select id={id} className={styles['select']} value={owner} onChange={(event) => setOwner(event.target.value)}>
          <option value="">{t('map.findings.actionOwner')}</option>
          {map.organizations.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </div>
      <TextField label={t('map.findings.actionWhen')} type="date" value={due} onText={setDue} />
      {refused !== null && (
        <p role="alert" className={styles['refused']}>
          {refused}
        </p>
      )}
      <div className={styles['answers']}>
        <Button type="submit" look="primary">
          {t('map.findings.actionAdd')}
        </Button>
        <Button look="plain" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
