/** What belongs to a thing, each a way to its details. */
import { type ReactNode, useId } from 'react';
import { useBoardMap } from '#client/map/MapContext.ts';
import { refKey, type EntityRef } from '#client/map/Selection.ts';
import styles from './InspectorPanel.module.css';

export interface LinkListProps {
  readonly title: string;
  readonly empty: string;
  readonly links: readonly { readonly ref: EntityRef; readonly text: string; readonly sign?: ReactNode }[];
}

export function LinkList({ title, empty, links }: LinkListProps) {
  const { selection } = useBoardMap();
  const id = useId();
  return (
    <section className={styles['parts']} aria-labelledby={id}>
      <h4 id={id}>{title}</h4>
      {links.length === 0 && <p className={styles['quiet']}>{empty}</p>}
      <ul>
        {links.map(({ ref, text, sign }) => (
          <li key={refKey(ref)}>
            {sign}
            <button type="button" className={styles['link']} onClick={() => selection.open(ref)}>
              {text}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
