/** `U` raises one's own hand and lowers it, from the canvas and wherever nothing else takes letters. */
import { useEffect } from 'react';
import { useWorkshopState, useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { mayCommand } from '#shared/wire/WorkshopCommand.ts';

export function useHandKey(isOn: boolean): void {
  const { role, me, ask } = useWorkshop();
  const isUp = useWorkshopState().hands.some(({ person }) => person === me);
  const may = isOn && mayCommand(role, 'raiseHand');
  useEffect(() => {
    if (!may) return undefined;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'u' || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (!takesNoLetters(event.target)) return;
      event.preventDefault();
      void ask({ do: isUp ? 'lowerHand' : 'raiseHand' });
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, [ask, isUp, may]);
}

/** Fields, lists and menus take letters themselves; the canvas leaves this one free. */
function takesNoLetters(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.matches('input, textarea, select')) return false;
  return target === document.body || target.closest('main') !== null;
}
