/** What a comparison found, what is locked, and where notes will land, over the shapes. */
import { LockSigns } from './limits/LockSigns.tsx';
import { ChangeMarks } from './marks/ChangeMarks.tsx';
import { DropHere } from './sheet/DropHere.tsx';

export function Signs() {
  return (
    <>
      <ChangeMarks />
      <LockSigns />
      <DropHere />
    </>
  );
}
