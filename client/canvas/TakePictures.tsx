/**
 * Files that people place, paste or drop. tldraw places a frame first and uploads then, so that a frame without a picture
 * stays when the upload fails; here a picture is placed when the server has it (decision 0181). Only what is a picture is
 * taken; for the rest the board has its own sentences.
 */
import { useEditor, useToasts, useTranslation, type Editor, type VecLike } from '@tldraw/tldraw';
import { useEffect } from 'react';
import { useTranslation as useTexts } from 'react-i18next';
import { defaultLimits } from '#shared/wire/limits.ts';
import { isPicture } from './isPicture.ts';
import { measurePicture, type MeasuredPicture } from './measurePicture.ts';
import type { PlacedPicture } from './placePicture.ts';
import type { ContentRefusal } from './refusalOf.ts';

/** What a browser can draw again without losing more than pixels: a moving GIF would stand still. */
const shrinkable = ['image/jpeg', 'image/png', 'image/webp'];

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
    editor.registerExternalContentHandler('files', async ({ files, point }) => {
      if (files.length > editor.options.maxFilesAtOnce) {
        toasts.addToast({ title: msg('assets.files.amount-too-big'), severity: 'error' });
        return;
      }
      const at = point ?? editor.getViewportPageBounds().center;
      const taken: MeasuredPicture[] = [];
      for (const file of files) {
        if (file.size > most) offerSmaller(file, point);
        else if (await isPicture(file)) taken.push(await measurePicture(file));
        else onRefused('type-refused');
      }
      onPictures(inARow(editor, taken, at));
    });
  }, [editor, toasts, msg, onRefused, onPictures, t, i18n.language]);
  return null;
}

/** Side by side, with their middle at the point. */
function inARow(editor: Editor, pictures: readonly MeasuredPicture[], at: VecLike): readonly PlacedPicture[] {
  const page = editor.getCurrentPageId();
  let x = at.x - pictures.reduce((sum, { w }) => sum + w, 0) / 2;
  return pictures.map((picture) => {
    const placed = { ...picture, id: pictureId(), page, x, y: at.y - picture.h / 2 };
    x += picture.w;
    return placed;
  });
}

/** Not a secret; `crypto.randomUUID` is missing where there is no TLS. */
function pictureId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
