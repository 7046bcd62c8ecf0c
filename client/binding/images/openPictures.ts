/** Pictures on their way to the server and onto this canvas; loaded after it. */
import type { Editor } from '@tldraw/tldraw';
import { placePicture } from '#client/canvas/images/placePicture.ts';
import { WaitingPictures, type WaitingPicturesSetup } from './WaitingPictures.ts';

export function openPictures(editor: Editor, setup: Omit<WaitingPicturesSetup, 'place'>): WaitingPictures {
  const waiting = new WaitingPictures({ ...setup, place: (picture, stored) => placePicture(editor, picture, stored) });
  void waiting.open();
  return waiting;
}
