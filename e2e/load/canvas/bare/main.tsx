/** tldraw and nothing else, on a store that is filled first: what the board page is measured against. */
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite';
import {
  createTLStore,
  defaultBindingUtils,
  defaultShapeUtils,
  Tldraw,
  type TLRecord,
  type TLShape,
} from '@tldraw/tldraw';
import '@tldraw/tldraw/tldraw.css';
import { createRoot } from 'react-dom/client';
import { firstRecords } from '#shared/board/firstRecords.ts';
import { benchRecords, movedIds, stepOf } from '../benchRecords.ts';
import type { BareBoard } from './BareBoard.ts';

const assetUrls = getAssetUrlsByImport();
const root = document.querySelector('#root');
if (root === null) throw new Error('the page has no #root');

const board: BareBoard = {
  open(count, settings) {
    const records = [...firstRecords(), ...benchRecords(count)] as unknown as TLRecord[];
    window.watched.begin();
    const store = createTLStore({ shapeUtils: defaultShapeUtils, bindingUtils: defaultBindingUtils });
    store.mergeRemoteChanges(() => store.put(records));
    window.watched.filled();
    createRoot(root).render(<Tldraw store={store} assetUrls={assetUrls} />);
    const groups = Array.from({ length: settings.people }, (_, person) =>
      movedIds(count, settings.moved).filter((_id, index) => index % settings.people === person),
    );
    let step = 0;
    const move = (ids: readonly string[]) => {
      step += 1 / groups.length;
      const moved = ids.flatMap((id) => {
        const shape = store.get(id as TLShape['id']);
        const [x, y] = stepOf(id, step);
        return shape ? [{ ...shape, x, y }] : [];
      });
      store.mergeRemoteChanges(() => store.put(moved));
    };
    board.startMoving = () => {
      groups.forEach((ids, person) => {
        setTimeout(() => setInterval(() => move(ids), settings.everyMs), (person * settings.everyMs) / groups.length);
      });
    };
  },
  startMoving: () => undefined,
};
window.bareBoard = board;
