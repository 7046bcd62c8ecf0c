/**
 * Files that people place, paste or drop. tldraw places a frame first and uploads then, so that a frame without a picture
 * stays when the upload fails; here a picture is placed when the server has it (decision 0181). Only what is a picture is
 * taken; for the rest the board has its own sentences.
 */
import { useEditor, useToasts, useTranslation } from '@tldraw/tldraw';
import { useEffect } from 'react';
import { useTranslation as useTexts } from 'react-i18next';
import type { PlacedPicture } from './placePicture.ts';
import type { ContentRefusal } from './refusalOf.ts';

export interface TakePicturesProps {
  readonly onRefused: (code: ContentRefusal) => void;
  /** These go to the server and onto the canvas. */
  readonly onPictures: (pictures: readonly PlacedPicture[]) => void;
}

export function TakePictures({ onRefused, onPictures }: TakePicturesProps) {
  const editor = useEditor();
  const toasts = useToasts();
  const msg = useTranslation();
  const { t, i18n } = useTexts();
  useEffect(() => {
    // asked for right after the canvas, so that it is there when the line is not; what did not come is asked for again
    const late = () => import('./takeFiles.ts');
    late().catch(() => undefined);
    editor.registerExternalContentHandler('files', async ({ files, point }) => {
      const { takeFiles } = await late();
      await takeFiles({ editor, toasts, msg, t, language: i18n.language, onRefused, onPictures }, files, point);
    });
  }, [editor, toasts, msg, onRefused, onPictures, t, i18n.language]);
  return null;
}
