/** Where the operator's secret is typed, once the server has asked for it. */
import { useTranslation } from 'react-i18next';
import { TextField } from '#client/ui/TextField.tsx';
import type { CreateSecret } from './useCreateSecret.ts';

export interface SecretFieldProps {
  readonly of: CreateSecret;
  /** It was sent, and is not the one. */
  readonly isWrong: boolean;
  readonly autoFocus?: boolean;
}

export function SecretField({ of: { secret, setSecret }, isWrong, autoFocus = false }: SecretFieldProps) {
  const { t } = useTranslation();
  if (secret === null) return null;
  return (
    <TextField
      label={t('home.secretLabel')}
      hint={t('home.secretHint')}
      error={isWrong ? t('refusal.create-secret-required') : undefined}
      type="password"
      autoComplete="off"
      autoFocus={autoFocus}
      value={secret}
      onText={setSecret}
    />
  );
}
