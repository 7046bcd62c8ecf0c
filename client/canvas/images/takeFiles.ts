/** What becomes of files that somebody placed, pasted or dropped. */
import type { Editor, TLUiToastsContextType, VecLike } from '@tldraw/tldraw';
import type { TFunction } from 'i18next';
import { randomHex } from '#client/ui/text/randomText.ts';
import { defaultLimits } from '#shared/wire/limits.ts';
import { isPicture } from './isPicture.ts';
import { measurePicture, type MeasuredPicture } from './measurePicture.ts';
import type { PlacedPicture } from './placePicture.ts';
import type { TakePicturesProps } from './TakePictures.tsx';

/** What a browser can draw again without losing more than pixels: a moving GIF would stand still. */
const shrinkable = ['image/jpeg', 'image/png', 'image/webp'];

export interface Taking extends TakePicturesProps {
  readonly editor: Editor;
  readonly toasts: Pick<TLUiToastsContextType, 'addToast'>;
  /** tldraw's own words */
  readonly msg: (id: 'assets.files.amount-too-big') => string;
  readonly t: TFunction;
  readonly language: string;
}

/** `point`: where on the page; without one in the middle of what is seen. */
export async function takeFiles(taking: Taking, files: readonly File[], point: VecLike | undefined): Promise<void> {
  const { editor, toasts, msg, onRefused, onPictures } = taking;
  if (files.length > editor.options.maxFilesAtOnce) {
    toasts.addToast({ title: msg('assets.files.amount-too-big'), severity: 'error' });
    return;
  }
  const at = point ?? editor.getViewportPageBounds().center;
  const taken: MeasuredPicture[] = [];
  for (const file of files) {
    if (file.size > defaultLimits.maxAssetBytes) offerSmaller(taking, file, point);
    else if (await isPicture(file)) taken.push(await measurePicture(file));
    else onRefused('type-refused');
  }
  onPictures(inARow(editor, taken, at));
}

function offerSmaller({ editor, toasts, t, language }: Taking, file: File, point: VecLike | undefined): void {
  const most = defaultLimits.maxAssetBytes;
  const size = new Intl.NumberFormat(language, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 });
  const megabytes = (bytes: number) => size.format(bytes / 1024 / 1024);
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
}

/** Side by side, with their middle at the point. */
function inARow(editor: Editor, pictures: readonly MeasuredPicture[], at: VecLike): readonly PlacedPicture[] {
  const page = editor.getCurrentPageId();
  let x = at.x - pictures.reduce((sum, { w }) => sum + w, 0) / 2;
  return pictures.map((picture) => {
    const placed = { ...picture, id: randomHex(12), page, x, y: at.y - picture.h / 2 };
    x += picture.w;
    return placed;
  });
}
