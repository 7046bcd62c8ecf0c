/** Parts of a report on the page: the same list from which files are written. */
import { Fragment } from 'react';
import type { Block, ListItem, TableBlock } from '#shared/report/Report.ts';
import styles from './RecordPanel.module.css';

export interface BlocksProps {
  /** without pictures */
  readonly blocks: readonly Block[];
}

export function Blocks({ blocks }: BlocksProps) {
  return blocks.map((block, place) => <OneBlock key={place} block={block} />);
}

function OneBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? <h3>{block.text}</h3> : <h4>{block.text}</h4>;
    case 'paragraph':
      return <p className={block.tone === 'quiet' ? styles['quiet'] : undefined}>{block.text}</p>;
    case 'list':
      return (
        <ul className={styles['list']}>
          {block.items.map((item, place) => (
            <Item key={place} item={item} />
          ))}
        </ul>
      );
    case 'facts':
      return (
        <dl className={styles['facts']}>
          {block.rows.map(([label, value]) => (
            <Fragment key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </Fragment>
          ))}
        </dl>
      );
    case 'table':
      return <Table block={block} />;
    case 'picture':
      return null;
  }
}

function Item({ item: { lead, text } }: { readonly item: ListItem }) {
  return (
    <li>
      {lead !== undefined && <strong>{lead} </strong>}
      {text}
    </li>
  );
}

function Table({ block: { columns, rows } }: { readonly block: TableBlock }) {
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          {columns.map(({ label, align }) => (
            <th key={label} scope="col" data-align={align}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          <tr key={place}>
            {row.map(({ text, mark }, at) => (
              <td key={columns[at]?.label} data-align={columns[at]?.align} data-strong={mark === 'strong'}>
                {text}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
