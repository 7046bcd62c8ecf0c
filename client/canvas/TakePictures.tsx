/**
 * Files that people place, paste or drop. tldraw fails without a word on a file that is no picture, so only what is one gets
 * as far as tldraw; for the rest the board has its own sentences, and tldraw's are left out.
 */
import { defaultHandleExternalFileContent, useEditor, useToasts, useTranslation } from '@tldraw/tldraw';
import { useEffect } from 'react';
import { defaultLimits } from '#shared/wire/limits.ts';
import { isPicture } from './isPicture.ts';
import { pictureTypes, type ContentRefusal } from './takeContent.ts';

export function TakePictures({ onRefused }: { readonly onRefused: (code: ContentRefusal) => void }) {
  const editor = useEditor();
  const toasts = useToasts();
  const msg = useTranslation();
  useEffect(() => {
    const quiet = { ...toasts, addToast: () => '' };
    editor.registerExternalContentHandler('files', async (content) => {
      const pictures: File[] = [];
      for (const file of content.files) {
        if (file.size > defaultLimits.maxAssetBytes) onRefused('too-large');
        else if (await isPicture(file)) pictures.push(file);
        else onRefused('type-refused');
      }
      const isTooMany = pictures.length > editor.options.maxFilesAtOnce;
      await defaultHandleExternalFileContent(
        editor,
        { ...content, files: pictures },
        {
          toasts: isTooMany ? toasts : quiet,
          msg,
          maxAssetSize: defaultLimits.maxAssetBytes,
          acceptedImageMimeTypes: pictureTypes,
          acceptedVideoMimeTypes: [],
        },
      );
    });
  }, [editor, toasts, msg, onRefused]);
  return null;
}
