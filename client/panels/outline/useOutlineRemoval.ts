/** Removing a row: at once where nothing goes with it, otherwise after being asked. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFindings, useMap } from '#client/map/MapContext.ts';
import type { EntityRef } from '#client/map/Selection.ts';
import type { Commands } from '#client/map/useCommands.ts';
import { useWhyNot } from '#client/map/useWhyNot.ts';
import { removalWords } from '#client/panels/removal/removalWords.ts';
import { nodeWords } from './nodeWords.ts';
import type { OutlineNode } from './outlineTree.ts';

export interface OutlineRemoval {
  /** null: nothing is asked */
  readonly asking: {
    readonly node: OutlineNode;
    readonly name: string;
    readonly consequences: readonly string[];
  } | null;
  readonly ask: (node: OutlineNode) => void;
  readonly remove: (node: OutlineNode) => void;
  readonly cancel: () => void;
}

/** `refuse`: says why nothing can be removed, before anything is asked. */
export function useOutlineRemoval(
  run: Commands['run'],
  goTo: (key: string) => void,
  refuse: (sentence: string) => void,
): OutlineRemoval {
  const { t, i18n } = useTranslation();
  const map = useMap();
  const readings = useFindings();
  const whyNot = useWhyNot();
  const [node, setNode] = useState<OutlineNode | null>(null);
  const nameOf = (one: OutlineNode): string => nodeWords(map, readings, one, t, i18n.language).name;
  const consequencesOf = (ref: EntityRef): readonly string[] => removalWords(map, ref, t, i18n.language);
  const remove = (gone: OutlineNode): void => {
    const ref = removed(gone);
    setNode(null);
    if (ref === null) return;
    const outcome = run(
      [{ type: 'remove', ...ref }],
      `${t('map.outline.removed', { name: nameOf(gone) })} ${t('map.goesWith.undo')}`,
    );
    if (outcome.ok) goTo(gone.parent ?? 'goal');
  };
  const ask = (asked: OutlineNode): void => {
    const ref = removed(asked);
    if (ref === null) return;
    const why = whyNot(ref.collection, ref.id, null);
    if (why !== null) refuse(t(`map.refused.${why}`));
    else if (consequencesOf(ref).length === 0) remove(asked);
    else setNode(asked);
  };
  const cancel = (): void => {
    setNode(null);
    if (node !== null) goTo(node.key);
  };
  const ref = node && removed(node);
  const asking = node === null || ref === null ? null : { node, name: nameOf(node), consequences: consequencesOf(ref) };
  return { asking, ask, remove, cancel };
}

/** What "Remove" removes: a row of an organization means the organization itself. */
function removed(node: OutlineNode) {
  if (node.kind === 'organization') return { collection: 'organizations', id: node.organization ?? '' } as const;
  return node.ref;
}
