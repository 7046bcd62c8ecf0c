/** Which rows of the outline are folded. A large map opens folded, except what leads to what is chosen. */
import { useState } from 'react';
import { useBoardMap, useMap } from '#client/map/MapContext.ts';
import { notPlacedKey, type OutlineNode, showsRef } from './outlineTree.ts';
import { sheetsKey } from './sheetNodes.ts';
import { groupKey, structureGroups } from './structureNodes.ts';

const manyRows = 24;

export interface OutlineFolds {
  /** keys of rows */
  readonly closed: ReadonlySet<string>;
  readonly fold: (key: string, isClosed: boolean) => void;
  /** Everything that a row lies in is open. */
  readonly openTo: (key: string) => void;
}

export function useOutlineFolds(all: readonly OutlineNode[]): OutlineFolds {
  const map = useMap();
  const { selection } = useBoardMap();
  const [closed, setClosed] = useState<ReadonlySet<string>>(() => {
    const isLarge = map.placements.length > manyRows;
    const folded = isLarge
      ? all.map(({ key }) => key).filter((key) => key !== notPlacedKey)
      : [sheetsKey, ...structureGroups.map(groupKey)];
    // back from the details of something, its row is in sight again
    const [chosen] = selection.chosen();
    const path = chosen === undefined ? [] : pathTo(all, (node) => showsRef(map, node, chosen)).slice(0, -1);
    return new Set(folded.filter((key) => !path.includes(key)));
  });
  const fold = (key: string, isClosed: boolean): void =>
    setClosed((before) => {
      const next = new Set(before);
      if (isClosed) next.add(key);
      else next.delete(key);
      return next;
    });
  const openTo = (key: string): void => {
    const parts = key.split('/');
    setClosed((before) => {
      const parents = new Set(parts.map((_, end) => parts.slice(0, end).join('/')));
      const stay = [...before].filter((one) => !parents.has(one));
      return stay.length === before.size ? before : new Set(stay);
    });
  };
  return { closed, fold, openTo };
}

/** Keys of what leads to the first node that matches. */
function pathTo(nodes: readonly OutlineNode[], matches: (node: OutlineNode) => boolean): readonly string[] {
  for (const node of nodes) {
    if (matches(node)) return [node.key];
    const below = pathTo(node.children, matches);
    if (below.length > 0) return [node.key, ...below];
  }
  return [];
}
