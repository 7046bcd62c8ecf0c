/** Beside the details of a thing, for facilitators: who added and changed it, newest first; read when somebody opens it. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import type { Answer } from '#client/connection/api/Api.ts';
import type { Failure } from '#client/connection/api/failureOf.ts';
import { dayAndTime } from '#client/ui/text/moments.ts';
import type { ThingAct, ThingActs } from '#shared/wire/thingActs.ts';
import { codeWord } from '../things/codeWord.ts';
import styles from '../inspector/InspectorPanel.module.css';

export interface WhoChangedProps {
  readonly read: () => Promise<Answer<ThingActs>>;
}

export function WhoChanged({ read }: WhoChangedProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles['parts']} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('people.whoChanged.title')}</summary>
      {isOpen && <Changes read={read} />}
    </details>
  );
}

function Changes({ read }: WhoChangedProps) {
  const { t, i18n } = useTranslation();
  const [found, setFound] = useState<ThingActs | Failure | null>(null);
  useEffect(() => {
    let isWanted = true;
    const look = async (): Promise<void> => {
      const answer = await read();
      if (isWanted) setFound(answer.ok ? answer.value : answer.code);
    };
    void look();
    return () => {
      isWanted = false;
    };
    // what was read when it was opened stays until it is opened again
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  if (found === null) return <p className={styles['quiet']}>{t('people.whoChanged.looking')}</p>;
  if (typeof found === 'string') return <p role="alert">{t(`refusal.${found}`)}</p>;
  return (
    <>
      {found.acts.length === 0 ? (
        <p className={styles['quiet']}>{t('people.whoChanged.nothing')}</p>
      ) : (
        <ul className={styles['changes']}>
          {found.acts.map((act, place) => (
            <li key={place}>
              {sentenceOf(act, t, i18n.language)}
              <span className={styles['quiet']}> {dayAndTime(act.at, i18n.language)}</span>
            </li>
          ))}
        </ul>
      )}
      <p className={styles['quiet']}>{t('people.whoChanged.hint')}</p>
    </>
  );
}

/** They follow from what was done, or say where it stands. */
const silent = new Set(['order', 'position', 'created_on', 'changed_on', 'kind_since']);

function sentenceOf({ kind, name, role, fields }: ThingAct, t: TFunction, language: string): string {
  const who = name ?? (role === null ? t('people.whoChanged.nobody') : t(`people.whoChanged.role.${role}`));
  if (kind !== 'changed') return t(`people.whoChanged.${kind}`, { who });
  const told = fields.filter((field) => !silent.has(field));
  if (told.length === 0) return t('people.whoChanged.moved', { who });
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  return t('people.whoChanged.changed', { who, fields: list.format(told.map((field) => fieldWord(field, t))) });
}

function fieldWord(field: string, t: TFunction): string {
  return codeWord(t, 'map.field', field) ?? field.replaceAll('_', ' ');
}
