/** Agendas that were kept, in the choice of what to do today: each taken with one press, renamed or deleted beside it. */
import { Pencil } from '#client/ui/icons/Pencil.tsx';
import { Trash2 } from '#client/ui/icons/Trash2.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Buttons } from '#client/facilitation/Part.tsx';
import { Button } from '#client/ui/Button.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { Question } from '#client/ui/messages/Question.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { isBlank } from '#shared/text/unseen.ts';
import { agendaNameLength, type KeptAgenda } from '#shared/workshop/agendaFile.ts';
import styles from './KeptAgendas.module.css';
import type { AgendaKeep, ListedAgenda } from './useKeptAgendas.ts';
import sheetStyles from './RunSheetChoice.module.css';

export interface KeptAgendasProps {
  readonly title: string;
  readonly keep: AgendaKeep;
  readonly onTake: (agenda: KeptAgenda) => void;
}

export function KeptAgendas({ title, keep, onTake }: KeptAgendasProps) {
  if (keep.list === null || keep.list.length === 0) return null;
  return (
    <section className={styles['kept']} aria-label={title}>
      <h4>{title}</h4>
      <ul>
        {keep.list.map((agenda) => (
          <li key={agenda.id}>
            <Row agenda={agenda} keep={keep} onTake={onTake} />
          </li>
        ))}
      </ul>
    </section>
  );
}

interface RowProps extends Omit<KeptAgendasProps, 'title'> {
  readonly agenda: ListedAgenda;
}

function Row({ agenda, keep, onTake }: RowProps) {
  const { t } = useTranslation();
  const { id, name, steps, minutes } = agenda;
  const [doing, setDoing] = useState<'rename' | 'remove' | null>(null);
  const [written, setWritten] = useState(name);
  const take = async (): Promise<void> => {
    const found = await keep.load(id);
    if (found !== null) onTake(found);
  };
  return (
    <>
      <div className={styles['row']}>
        <button type="button" className={sheetStyles['sheet']} onClick={() => void take()}>
          <span className={sheetStyles['title']}>{name}</span>
          <span className={sheetStyles['facts']}>{t('workshop.choose.facts', { minutes, count: steps })}</span>
        </button>
        <IconButton label={t('workshop.kept.rename', { name })} onClick={() => setDoing('rename')}>
          <Pencil aria-hidden="true" />
        </IconButton>
        <IconButton label={t('workshop.kept.remove', { name })} onClick={() => setDoing('remove')}>
          <Trash2 aria-hidden="true" />
        </IconButton>
      </div>
      {doing === 'rename' && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (!isBlank(written)) void keep.rename(id, written.trim()).then((isDone) => isDone && setDoing(null));
          }}
        >
          <TextField
            label={t('workshop.kept.name')}
            maxLength={agendaNameLength}
            autoFocus
            value={written}
            onText={setWritten}
          />
          <Buttons>
            <Button type="submit" look="primary" disabled={isBlank(written)}>
              {t('common.save')}
            </Button>
            <Button look="plain" onClick={() => setDoing(null)}>
              {t('common.cancel')}
            </Button>
          </Buttons>
        </form>
      )}
      {doing === 'remove' && (
        <Question
          question={t('workshop.kept.removeAsk', { name })}
          yes={t('workshop.kept.removeYes')}
          onYes={() => keep.remove(id).then(() => setDoing(null))}
          onCancel={() => setDoing(null)}
        />
      )}
    </>
  );
}
