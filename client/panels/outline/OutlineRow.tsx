/** One row of the outline: form, name, facts, menu; renamed in place. */
import { ChevronDown } from '#client/ui/icons/ChevronDown.tsx';
import { ChevronRight } from '#client/ui/icons/ChevronRight.tsx';
import { Target } from '#client/ui/icons/Target.tsx';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RepresentativeKind, representativeKinds } from '#shared/kinds/values.ts';
import { useWordsKept } from '#client/map/useWordsKept.ts';
import { KindMark } from '#client/ui/KindMark.tsx';
import type { NodeWords } from './nodeWords.ts';
import type { MenuEntry } from '#client/panels/things/MenuEntry.ts';
import styles from './OutlineTree.module.css';
import type { OutlineRow as Row } from './outlineTree.ts';
import { RowMenu } from './RowMenu.tsx';

export interface OutlineRowProps {
  readonly row: Row;
  readonly words: NodeWords;
  readonly missing: readonly RepresentativeKind[];
  readonly kind: RepresentativeKind | null;
  readonly isChosen: boolean;
  readonly isCurrent: boolean;
  readonly isEditing: boolean;
  readonly hasMenu: boolean;
  readonly isMenuOpen: boolean;
  readonly entries: () => readonly MenuEntry[];
  readonly onMenu: (isOpen: boolean) => void;
  readonly onMenuClosed: () => void;
  readonly onFocus: () => void;
  readonly onToggle: () => void;
  readonly onOpen: () => void;
  readonly onEdited: (name: string | null) => void;
}

export function OutlineRow(props: OutlineRowProps) {
  const { t } = useTranslation();
  const { row, words, missing, kind, isEditing } = props;
  const { node } = row;
  const hasChildren = node.children.length > 0;
  return (
    <div
      role="treeitem"
      id={rowId(node.key)}
      className={styles['row']}
      data-kind={node.kind}
      aria-level={row.level}
      aria-posinset={row.place}
      aria-setsize={row.siblings}
      aria-expanded={hasChildren ? row.isOpen : undefined}
      aria-selected={props.isChosen}
      aria-label={[words.name, ...words.facts].join(', ')}
      tabIndex={props.isCurrent ? 0 : -1}
      style={{ paddingInlineStart: `${(row.level - 1) * 18}px` }}
      onFocus={(event) => event.target === event.currentTarget && props.onFocus()}
      onClick={(event) => event.currentTarget.focus()}
      onDoubleClick={props.onOpen}
    >
      <span
        className={styles['fold']}
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation();
          if (hasChildren) props.onToggle();
        }}
      >
        {hasChildren && (row.isOpen ? <ChevronDown /> : <ChevronRight />)}
        {node.kind === 'goal' && <Target />}
      </span>
      {kind !== null && <KindMark kind={kind} />}
      <span className={styles['words']}>
        {isEditing ? (
          <NameField
            label={t('map.outline.nameLabel', { name: words.name })}
            name={words.name}
            onDone={props.onEdited}
          />
        ) : (
          <span className={styles['name']}>{words.name}</span>
        )}{' '}
        {/* the space keeps the words of name and facts apart, for whoever compares what is seen with what is spoken */}
        <span className={styles['facts']}>{words.facts.join(', ')}</span>
      </span>
      {node.kind === 'interest' && (
        <span className={styles['marks']} aria-hidden="true">
          {representativeKinds.map((one) => (
            <KindMark key={one} kind={one} isMissing={missing.includes(one)} />
          ))}
        </span>
      )}
      {props.hasMenu && (
        <RowMenu
          label={t('map.outline.menu', { name: words.name })}
          entries={props.entries}
          isOpen={props.isMenuOpen}
          isNear={props.isCurrent}
          onOpen={props.onMenu}
          onClosed={props.onMenuClosed}
        />
      )}
    </div>
  );
}

export function rowId(key: string): string {
  return `outline-${key}`;
}

/** Enter and leaving keep the name, Escape keeps the old one. */
function NameField({
  label,
  name,
  onDone,
}: {
  readonly label: string;
  readonly name: string;
  readonly onDone: (name: string | null) => void;
}) {
  const [text, setText] = useState(name);
  const isDone = useRef(false);
  const around = useWordsKept<HTMLSpanElement>({ key: `outline ${label}`, isTaken: () => !isDone.current });
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const finish = (result: string | null) => {
    if (isDone.current) return;
    isDone.current = true;
    // what stood in the field is no name yet where the thing has none
    onDone(result === name ? null : result);
  };
  return (
    <span ref={around} style={{ display: 'contents' }}>
      <input
        ref={field}
        className={styles['field']}
        aria-label={label}
        value={text}
        maxLength={300}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => finish(text)}
        onClick={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Enter') finish(text);
          if (event.key === 'Escape') finish(null);
        }}
      />
    </span>
  );
}
