/** Which views of the map are on the canvas, and which one the camera looks at, as signals. */
import { Box, computed, type Editor, type Signal } from '@tldraw/tldraw';
import { viewNames, viewOf } from '../projected/isOfMap.ts';
import type { ViewName } from '../views.ts';

export interface ViewPlaces {
  /** Views of which something is on the canvas, in the order of the list. */
  readonly shown: Signal<readonly ViewName[]>;
  /** The one that the middle of the window is in, or nearest to; null where there is none, as on a page of drawings. */
  readonly inFront: Signal<ViewName | null>;
}

export function viewPlaces(editor: Editor): ViewPlaces {
  // an index of the store: with thousands of drawings nobody goes through all of them
  const idsOf = viewNames.map((name) => ({
    name,
    byType: Object.values(viewOf(name).types).map((type) =>
      editor.store.query.ids('shape', () => ({ type: { eq: type } })),
    ),
  }));
  const places = computed('places of views', () =>
    idsOf.flatMap(({ name, byType }) => {
      const ids = byType.flatMap((found) => [...found.get()]);
      const [first] = ids;
      if (first === undefined) return [];
      const boxes = ids.flatMap((id) => editor.getShapePageBounds(id) ?? []);
      return [{ name, page: editor.getAncestorPageId(first), box: boxes.length === 0 ? null : Box.Common(boxes) }];
    }),
  );
  const inFront = computed('view in front', () => {
    const middle = editor.getViewportPageBounds().center;
    const page = editor.getCurrentPageId();
    const byDistance = places.get().flatMap(({ name, page: pageOfView, box }) => {
      if (box === null || pageOfView !== page) return [];
      const x = Math.max(box.minX - middle.x, 0, middle.x - box.maxX);
      const y = Math.max(box.minY - middle.y, 0, middle.y - box.maxY);
      return [{ name, far: Math.hypot(x, y) }];
    });
    return byDistance.toSorted((a, b) => a.far - b.far)[0]?.name ?? null;
  });
  // the same list while nothing comes and goes, so that nobody draws anew
  const key = computed('shown views', () =>
    places
      .get()
      .map(({ name }) => name)
      .join(' '),
  );
  const shown = computed('names of shown views', () => viewNames.filter((name) => key.get().split(' ').includes(name)));
  return { shown, inFront };
}
