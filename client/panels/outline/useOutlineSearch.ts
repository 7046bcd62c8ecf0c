/** What of the outline is shown: rows that fit what is sought and a filter, with what leads to them. */
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameKey } from '#shared/map/nameKey.ts';
import { useFindings, useMap } from '#client/map/MapContext.ts';
import { missingKinds, nodeWords } from './nodeWords.ts';
import { filterTree, type OutlineNode } from './outlineTree.ts';

export interface OutlineSearch {
  readonly nodes: readonly OutlineNode[];
  readonly isFiltered: boolean;
  readonly typed: string;
  readonly setTyped: (text: string) => void;
  /** `all`, `gaps`, `away`, or a sector */
  readonly filter: string;
  readonly setFilter: (filter: string) => void;
  /** Everything is shown again. */
  readonly clear: () => void;
}

export function useOutlineSearch(all: readonly OutlineNode[]): OutlineSearch {
  const { t, i18n } = useTranslation();
  const map = useMap();
  const readings = useFindings();
  const [typed, setTyped] = useState('');
  // Letters appear at once; on a large map the rows follow.
  const search = useDeferredValue(typed);
  const [filter, setFilter] = useState('all');
  const isFiltered = search.trim() !== '' || filter !== 'all';
  const nodes = useMemo(() => {
    if (!isFiltered) return all;
    const fits = (node: OutlineNode): boolean => {
      if (filter === 'all') return true;
      if (filter === 'gaps') return node.kind === 'interest' && missingKinds(readings, node.interest ?? '').length > 0;
      const organization = map.organizations.find(({ id }) => id === node.organization);
      if (node.kind !== 'organization') return false;
      return filter === 'away' ? organization?.engagement !== 'partner' : organization?.sector === filter;
    };
    const wantedText = nameKey(search);
    const inText = (node: OutlineNode) => {
      const { name, facts } = nodeWords(map, readings, node, t, i18n.language);
      return nameKey([name, ...facts].join(' ')).includes(wantedText);
    };
    return filterTree(all, (node) => fits(node) && inText(node) && node.kind !== 'notPlaced' && node.kind !== 'group');
  }, [all, filter, i18n.language, isFiltered, map, readings, search, t]);
  const clear = (): void => {
    setTyped('');
    setFilter('all');
  };
  return { nodes, isFiltered, typed, setTyped, filter, setFilter, clear };
}
