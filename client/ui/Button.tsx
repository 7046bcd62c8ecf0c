/** The buttons of the interface: one `primary` per bar or form, the rest quiet or plain. */
import type { ButtonHTMLAttributes, ReactNode } from 'react';
import styles from './Button.module.css';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: 'primary' | 'quiet' | 'plain' | 'danger';
  readonly icon?: ReactNode;
}

export function Button({ look = 'quiet', icon, children, className, type = 'button', ...rest }: ButtonProps) {
  const names = [styles['button'], styles[look], className].filter(Boolean).join(' ');
  return (
    <button type={type} className={names} {...rest}>
      {icon}
      {children}
    </button>
  );
}
