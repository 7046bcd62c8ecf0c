/** A small number at the corner of a button; whoever hears the page gets it in words. */
import styles from './CountBadge.module.css';

export interface CountBadgeProps {
  readonly count: number;
  /** What is counted, with its number. */
  readonly words: string;
  /** Where on its button it stands. */
  readonly className: string | undefined;
}

export function CountBadge({ count, words, className = '' }: CountBadgeProps) {
  return (
    <span className={`${styles['badge']} ${className}`}>
      <span className="visually-hidden">, {words}</span>
      <span aria-hidden="true">{count}</span>
    </span>
  );
}
