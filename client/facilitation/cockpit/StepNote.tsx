/** The facilitators' notes of the running step. */
import { useTranslation } from 'react-i18next';
import { useNoteOf } from '#client/facilitation/agenda/useNotes.ts';
import { Pencil } from '#client/ui/icons/Pencil.tsx';
import styles from './StepNote.module.css';

export function StepNote({ step }: { readonly step: string }) {
  const { t } = useTranslation();
  const note = useNoteOf(step);
  if (note === '') return null;
  return (
    <section className={styles['note']} aria-label={t('workshop.note.title')}>
      <h4>
        <Pencil aria-hidden="true" />
        {t('workshop.note.title')}
      </h4>
      <p>{note}</p>
    </section>
  );
}
