/** The secret of the operator, without which some servers start no board: asked for once the server says so. */
import { useState } from 'react';
import type { Failure } from '#client/connection/api/failureOf.ts';

export interface CreateSecret {
  /** null: nobody asked for it */
  readonly secret: string | null;
  readonly setSecret: (secret: string) => void;
  /** What there is to say about this failure; null = the field that appears now says it. */
  readonly problemOf: (code: Failure) => Failure | null;
}

export function useCreateSecret(): CreateSecret {
  const [secret, setSecret] = useState<string | null>(null);
  return {
    secret,
    setSecret,
    problemOf(code) {
      if (code !== 'create-secret-required') return code;
      setSecret((before) => before ?? '');
      return secret === null ? null : code;
    },
  };
}
