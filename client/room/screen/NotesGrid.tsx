/** Notes on the wall: whole, in one calm color, with how often something was written and its dots. */
import { useTranslation } from 'react-i18next';
import { wallFor } from '#client/room/shown/onWall.ts';
import styles from './Notes.module.css';

export interface WallNote {
  readonly id: string;
  readonly text: string;
  /** how often it was written */
  readonly count?: number;
  readonly votes?: number | null;
}

/** Fewer are larger; the letters shrink with the length of what is written. */
export function NotesGrid({ notes }: { readonly notes: readonly WallNote[] }) {
  const { t } = useTranslation();
  return (
    <ul className={styles['grid']} data-wall={wallFor(notes.length)}>
      {notes.map(({ id, text, count = 1, votes = null }) => (
        <li key={id} className={styles['note']} data-long={text.length > 90 || undefined} dir="auto">
          <span data-now>{text}</span>
          {(count > 1 || (votes ?? 0) > 0) && (
            <small>
              {[
                ...(count > 1 ? [t('roomScreen.sheet.twice', { count })] : []),
                ...((votes ?? 0) > 0 ? [t('roomScreen.sheet.dots', { count: votes ?? 0 })] : []),
              ].join(', ')}
            </small>
          )}
        </li>
      ))}
    </ul>
  );
}
