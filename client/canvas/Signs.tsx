/** What a comparison found, and what is locked, over the shapes. */
import { LockSigns } from './limits/LockSigns.tsx';
import { ChangeMarks } from './marks/ChangeMarks.tsx';

export function Signs() {
  return (
    <>
      <ChangeMarks />
      <LockSigns />
    </>
  );
}
