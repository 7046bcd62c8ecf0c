/** Things of an import under a line that opens: only names that somebody looks at are made. */
import { useState } from 'react';
import styles from './CsvPanel.module.css';
import type { ImportedName } from './importedNames.ts';
import { useShownCount } from './useShownCount.tsx';

const openUpTo = 8;

export interface NameListProps<T> {
  readonly title: string;
  readonly of: readonly T[];
  readonly nameOf: (one: T) => ImportedName;
}

export function NameList<T>({ title, of, nameOf }: NameListProps<T>) {
  const [isOpen, setOpen] = useState(of.length <= openUpTo);
  const { count, more } = useShownCount(of.length);
  return (
    <details open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{title}</summary>
      {isOpen && (
        <div className={styles['names']}>
          <ul>
            {of
              .slice(0, count)
              .map(nameOf)
              .map(({ name, details }, place) => (
                // two things may have one name
                // oxlint-disable-next-line react/no-array-index-key
                <li key={place}>
                  {name}
                  {details.map((detail) => (
                    <span key={detail} className={styles['quiet']}>
                      {detail}
                    </span>
                  ))}
                </li>
              ))}
          </ul>
          {more}
        </div>
      )}
    </details>
  );
}
