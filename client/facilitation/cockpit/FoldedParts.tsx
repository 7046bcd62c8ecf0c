/** What is rarely asked for while a step runs: titles side by side, each of which opens its part below. */
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './FoldedParts.module.css';
import type { PartName } from './partNames.ts';
import type { OpenParts } from './useOpenParts.ts';

export interface FoldedPart {
  readonly name: PartName;
  readonly title: string;
  /** What is known of it while it is folded; open it says so itself. */
  readonly fact?: string | undefined;
  /** The fact asks for attention: something runs or is held. */
  readonly isOn?: boolean;
  readonly content: ReactNode;
}

export interface FoldedPartsProps {
  readonly parts: readonly FoldedPart[];
  readonly open: OpenParts;
  /** of the panel: `idOf` says where a part stands */
  readonly id: string;
}

/** Where a part stands that is open. */
export function idOf(id: string, name: PartName): string {
  return `${id}-${name}`;
}

export function FoldedTitles({ parts, open, id }: FoldedPartsProps) {
  const { t } = useTranslation();
  const pressed = useRef<PartName | null>(null);
  useEffect(() => {
    const name = pressed.current;
    pressed.current = null;
    if (name !== null) document.getElementById(idOf(id, name))?.scrollIntoView?.({ block: 'nearest' });
  });
  return (
    <div className={styles['titles']} role="group" aria-label={t('workshop.cockpit.more')}>
      {parts.map(({ name, title, fact, isOn }) => (
        <button
          key={name}
          type="button"
          className={styles['title']}
          aria-expanded={open.isOpen(name)}
          aria-controls={open.isOpen(name) ? idOf(id, name) : undefined}
          onClick={() => {
            pressed.current = name;
            open.toggle(name);
          }}
        >
          {title}
          {fact !== undefined && !open.isOpen(name) && (
            <>
              {/* what is spoken is told apart */}
              <span className="visually-hidden">, </span>
              <span className={styles['fact']} data-on={isOn}>
                {fact}
              </span>
            </>
          )}
        </button>
      ))}
    </div>
  );
}

/** Those of them that are open. */
export function OpenedParts({ parts, open, id }: FoldedPartsProps) {
  return parts.map(({ name, content }) =>
    open.isOpen(name) ? (
      <div key={name} id={idOf(id, name)} className={styles['part']}>
        {content}
      </div>
    ) : null,
  );
}
