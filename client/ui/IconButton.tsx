/** A square button with an icon; its label is spoken and shown as a hint. */
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import styles from './IconButton.module.css';

export interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly label: string;
  readonly children: ReactNode;
}

export function IconButton({ label, children, className, type = 'button', ...rest }: IconButtonProps) {
  const names = [styles['button'], className].filter(Boolean).join(' ');
  return (
    <button type={type} className={names} aria-label={label} title={label} {...rest}>
      {children}
    </button>
  );
}
