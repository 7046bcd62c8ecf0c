/** What the workshop does not let somebody do just now, for a moment after they tried; a screen reader has it from who refused it. */
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard, useScreen } from '#client/board/BoardContext.ts';
import { InTurn } from '#client/board/InTurn.tsx';
import { Lock } from '#client/ui/icons/Lock.tsx';
import type { PermitRefusal } from '#shared/wire/messages.ts';
import styles from './LimitHint.module.css';

/** Long enough to read it. */
const shownMs = 4_000;

export function LimitHint() {
  const limit = useScreen((state) => state.limit);
  if (limit === null) return null;
  return (
    <InTurn as="limit">
      <Hint limit={limit} />
    </InTurn>
  );
}

function Hint({ limit }: { readonly limit: { readonly refusal: PermitRefusal } }) {
  const { t } = useTranslation();
  const { screen } = useBoard();
  useEffect(() => {
    const timer = setTimeout(() => {
      if (screen.state().limit === limit) screen.change({ limit: null });
    }, shownMs);
    return () => clearTimeout(timer);
  }, [screen, limit]);
  return (
    <div className={styles['hint']} aria-hidden="true">
      <Lock />
      {t(`map.refused.${limit.refusal}`)}
    </div>
  );
}
