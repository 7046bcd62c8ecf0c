/** Why a gesture on the canvas came to nothing, for a moment after it; a screen reader has it from who refused it. */
import { useEffect } from 'react';
import { useBoard, useScreen } from '#client/board/BoardContext.ts';
import { InTurn } from '#client/board/InTurn.tsx';
import { Lock } from '#client/ui/icons/Lock.tsx';
import styles from './CanvasHint.module.css';

/** Long enough to read it. */
const shownMs = 4_000;

export function CanvasHint() {
  const hint = useScreen((state) => state.hint);
  if (hint === null) return null;
  return (
    <InTurn as="limit">
      <Hint hint={hint} />
    </InTurn>
  );
}

function Hint({ hint }: { readonly hint: { readonly text: string; readonly isLimit: boolean } }) {
  const { screen } = useBoard();
  useEffect(() => {
    const timer = setTimeout(() => {
      if (screen.state().hint === hint) screen.change({ hint: null });
    }, shownMs);
    return () => clearTimeout(timer);
  }, [screen, hint]);
  return (
    <div className={styles['hint']} aria-hidden="true">
      {hint.isLimit && <Lock />}
      {hint.text}
    </div>
  );
}
