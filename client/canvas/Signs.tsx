/** What a comparison found, what is locked, and where notes will land, over the shapes. */
import { useEditor } from '@tldraw/tldraw';
import { useEffect } from 'react';
import { LockSigns } from './limits/LockSigns.tsx';
import { ChangeMarks } from './marks/ChangeMarks.tsx';
import { menuByKey } from './menuByKey.ts';
import { panByFinger } from './panByFinger.ts';
import { DropHere } from './sheet/DropHere.tsx';

export function Signs() {
  const editor = useEditor();
  useEffect(() => menuByKey(editor), [editor]);
  useEffect(() => panByFinger(editor), [editor]);
  return (
    <>
      <ChangeMarks />
      <LockSigns />
      <DropHere />
    </>
  );
}
