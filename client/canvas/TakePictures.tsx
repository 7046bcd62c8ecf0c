/**
 * Files that people place, paste or drop. tldraw fails without a word on a file that is no picture, so only what is one gets
 * as far as tldraw; for the rest the board has its own sentences, and tldraw's are left out.
 */
import { defaultHandleExternalFileContent, useEditor, useToasts, useTranslation, type VecLike } from '@tldraw/tldraw';
import { useEffect } from 'react';
import { useTranslation as useTexts } from 'react-i18next';
import { defaultLimits } from '#shared/wire/limits.ts';
import { isPicture } from './isPicture.ts';
import { pictureTypes, type ContentRefusal } from './takeContent.ts';

/** What a browser can draw again without losing more than pixels: a moving GIF would stand still. */
const shrinkable = ['image/jpeg', 'image/png', 'image/webp'];

export function TakePictures({ onRefused }: { readonly onRefused: (code: ContentRefusal) => void }) {
  const editor = useEditor();
  const toasts = useToasts();
  const msg = useTranslation();
  const { t, i18n } = useTexts();
  useEffect(() => {
    const most = defaultLimits.maxAssetBytes;
    const size = new Intl.NumberFormat(i18n.language, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
    const megabytes = (bytes: number) => size.format(bytes / 1024 / 1024);
    const offerSmaller = (file: File, point: VecLike | undefined): void => {
      const words = { name: file.name, size: megabytes(file.size), most: megabytes(most) };
      const smaller = async (): Promise<void> => {
        const { shrinkPicture } = await import('./shrinkPicture.ts');
        const shrunk = await shrinkPicture(file, most);
        if (shrunk === null) toasts.addToast({ title: t('paste.notShrunk', words), severity: 'warning' });
        else await editor.putExternalContent({ type: 'files', files: [shrunk], ...(point ? { point } : {}) });
      };
      toasts.addToast({
        title: t(shrinkable.includes(file.type) ? 'paste.pictureTooLarge' : 'paste.notShrunk', words),
        severity: 'warning',
        keepOpen: true,
        actions: shrinkable.includes(file.type)
          ? [{ type: 'primary', label: t('paste.shrink'), onClick: () => void smaller() }]
          : [],
      });
    };
    const quiet = { ...toasts, addToast: () => '' };
    editor.registerExternalContentHandler('files', async (content) => {
      const pictures: File[] = [];
      for (const file of content.files) {
        if (file.size > most) offerSmaller(file, content.point);
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
          maxAssetSize: most,
          acceptedImageMimeTypes: pictureTypes,
          acceptedVideoMimeTypes: [],
        },
      );
    });
  }, [editor, toasts, msg, onRefused, t, i18n.language]);
  return null;
}
