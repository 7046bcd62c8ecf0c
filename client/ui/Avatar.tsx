/** Initials on the person's color; a star and a faded look are told in words by whoever shows it. */
import { Star } from '#client/ui/icons/Star.tsx';
import styles from './Avatar.module.css';
import { initials } from './text/initials.ts';
import { inkOn } from './inkOn.ts';

export interface AvatarProps {
  readonly name: string;
  readonly color: string;
  readonly hasStar: boolean;
  readonly state: 'here' | 'away' | 'gone';
}

export function Avatar({ name, color, hasStar, state }: AvatarProps) {
  return (
    <span
      className={styles['avatar']}
      data-state={state}
      style={{ background: color, color: inkOn(color) }}
      aria-hidden="true"
    >
      {initials(name)}
      {hasStar && (
        <span className={styles['star']}>
          <Star fill="currentColor" strokeWidth={0} />
        </span>
      )}
      {state === 'away' && <span className={styles['away']} />}
    </span>
  );
}
