/** An action from a finding: what, which organization, by when. Who and when may follow later; findings will ask. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as v from 'valibot';
import { isDay } from '#shared/kinds/fields.ts';
import { isBlank } from '#shared/text/unseen.ts';
import { useKept } from '#client/drafts/useKept.ts';
import { useKeptFocus } from '#client/drafts/useKeptFocus.ts';
import { useMap } from '#client/map/MapContext.ts';
import { useCommands } from '#client/map/useCommands.ts';
import { useMay } from '#client/map/useMay.ts';
import { HeldBack } from '#client/panels/things/HeldBack.tsx';
import { Button } from '#client/ui/Button.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import styles from './FindingCard.module.css';

const Fields = v.object({ title: v.string(), owner: v.string(), due: v.string() });

/** By where the action comes from. */
export const actionDraft = (source: string): string => `action.${source}`;

export interface ActionFormProps {
  /** A question that an action would answer. */
  readonly ask?: string;
  readonly source: string;
  readonly onClose: () => void;
  readonly onAdded?: (id: string) => void;
}

export function ActionForm({ ask, source, onClose, onAdded }: ActionFormProps) {
  const { t } = useTranslation();
  const { run, refused } = useCommands();
  const mayAdd = useMay()('actions', null, null);
  const name = actionDraft(source);
  const { value: draft, keep, forget } = useKept(name, Fields, { title: '', owner: '', due: '' });
  const { title, owner, due } = draft;
  const [isMissed, setMissed] = useState(false);
  const close = () => {
    forget();
    onClose();
  };
  const add = () => {
    const fields = { title, source, owner_org_id: owner || null, due_on: isDay(due) ? due : null };
    const outcome = run([{ type: 'add', collection: 'actions', fields }], t('map.findings.actionAdded', { title }));
    if (!outcome.ok) return;
    onAdded?.(outcome.id);
    close();
  };
  const send = (form: HTMLFormElement) => {
    setMissed(isBlank(title));
    if (isBlank(title)) form.querySelector('textarea')?.focus();
    else if (mayAdd) add();
  };
  return (
    <form
      className={styles['form']}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send(event.currentTarget);
      }}
    >
      <What
        name={name}
        title={title}
        ask={ask}
        isMissed={isMissed && isBlank(title)}
        onTitle={(text) => keep({ ...draft, title: text })}
      />
      <Who owner={owner} onOwner={(chosen) => keep({ ...draft, owner: chosen })} />
      <TextField
        label={t('map.findings.actionWhen')}
        type="date"
        value={due}
        onText={(text) => keep({ ...draft, due: text })}
      />
      <HeldBack of="actions" />
      {refused !== null && (
        <p role="alert" className={styles['refused']}>
          {refused}
        </p>
      )}
      <div className={styles['answers']}>
        <Button type="submit" look="primary" disabled={!mayAdd}>
          {t('map.findings.actionAdd')}
        </Button>
        <Button look="plain" onClick={close}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}

interface WhatProps {
  /** of the draft that it is kept in */
  readonly name: string;
  readonly title: string;
  readonly ask: string | undefined;
  /** It was to be added without it. */
  readonly isMissed: boolean;
  readonly onTitle: (title: string) => void;
}

function What({ name, title, ask, isMissed, onTitle }: WhatProps) {
  const { t } = useTranslation();
  const field = useKeptFocus(name);
  const id = useId();
  const below = isMissed ? t('map.findings.actionMissed') : ask;
  return (
    <div>
      <label htmlFor={id} className={styles['label']}>
        {t('map.findings.actionWhat')}
      </label>
      <textarea
        id={id}
        className={styles['what']}
        ref={field}
        rows={2}
        value={title}
        maxLength={300}
        autoComplete="off"
        autoFocus
        aria-invalid={isMissed}
        aria-describedby={below === undefined ? undefined : `${id}-below`}
        onChange={(event) => onTitle(event.target.value)}
        onKeyDown={(event) => {
          // one sentence: Enter adds it
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          event.currentTarget.form?.requestSubmit();
        }}
      />
      {below !== undefined && below !== '' && (
        <p id={`${id}-below`} className={styles[isMissed ? 'refused' : 'ask']} role={isMissed ? 'alert' : undefined}>
          {below}
        </p>
      )}
    </div>
  );
}

interface WhoProps {
  /** id of an organization, or nothing */
  readonly owner: string;
  readonly onOwner: (owner: string) => void;
}

function Who({ owner, onOwner }: WhoProps) {
  const { t } = useTranslation();
  const map = useMap();
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className={styles['label']}>
        {t('map.findings.actionWho')}
      </label>
      <select id={id} className={styles['select']} value={owner} onChange={(event) => onOwner(event.target.value)}>
        <option value="">{t('map.findings.actionOwner')}</option>
        {map.organizations.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </div>
  );
}
