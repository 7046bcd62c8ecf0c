/** The map as an outline: a full way of working, with the same acts as the canvas (OUTLINE-3). */
import { useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoardMap, useMap, useReadOnly } from '#client/map/MapContext.ts';
import { useCommands } from '#client/map/useCommands.ts';
import { useWhyNot } from '#client/map/useWhyNot.ts';
import { RemoveAsk } from '#client/panels/removal/RemoveAsk.tsx';
import { SkeletonLine } from '#client/panels/things/SkeletonLine.tsx';
import { OutlineAdds } from './OutlineAdds.tsx';
import { OutlineFind } from './OutlineFind.tsx';
import type { OutlineActs } from './outlineMenu.ts';
import styles from './OutlinePanel.module.css';
import { type OutlineNode, outlineTree } from './outlineTree.ts';
import { OutlineTree } from './OutlineTree.tsx';
import { useOutlineFolds } from './useOutlineFolds.ts';
import { useOutlineRemoval } from './useOutlineRemoval.ts';
import { useOutlineSearch } from './useOutlineSearch.ts';

export function OutlinePanel() {
  const { t } = useTranslation();
  const map = useMap();
  const readOnly = useReadOnly();
  const { boardMap, selection, spoken } = useBoardMap();
  const { run, refused } = useCommands();
  const whyNot = useWhyNot();
  const [problem, setProblem] = useState<string | null>(null);
  const [wanted, setWanted] = useState<{ readonly key: string; readonly edit: boolean } | null>(null);
  const all = useMemo(() => outlineTree(map), [map]);
  const search = useOutlineSearch(all);
  const { closed, fold, openTo } = useOutlineFolds(all);
  const onArrived = useCallback(() => setWanted(null), []);
  const { nodes, isFiltered } = search;
  const goTo = (key: string, edit = false): void => {
    openTo(key);
    if (isFiltered && edit) search.clear();
    setWanted({ key, edit });
  };
  const refuse = (sentence: string): void => {
    setProblem(sentence);
    spoken.say(sentence);
  };
  const removal = useOutlineRemoval(run, goTo, refuse);
  const { asking } = removal;
  const acts: OutlineActs = {
    map,
    t,
    newId: () => boardMap.newId(),
    run(commands, done) {
      setProblem(null);
      return run(commands, done).ok;
    },
    goTo,
    refuse,
    today: () => boardMap.today(),
    askRemove: removal.ask,
    open: (ref) => selection.open(ref),
    show: (ref) => selection.reveal(ref),
    whyNot,
  };
  return (
    <div className={styles['panel']}>
      <OutlineFind of={search} />
      {!readOnly && <OutlineAdds acts={acts} />}
      {!readOnly && <SkeletonLine />}
      <p className={styles['count']} role="status">
        {isFiltered ? t('map.outline.found', { count: countMatches(nodes) }) : ''}
      </p>
      {(problem ?? refused) !== null && (
        <p role="alert" className={styles['refused']}>
          {problem ?? refused}
        </p>
      )}
      {asking !== null && (
        <RemoveAsk
          question={t('map.outline.removeAsk', { name: asking.name })}
          consequences={asking.consequences}
          onRemove={() => removal.remove(asking.node)}
          onCancel={removal.cancel}
        />
      )}
      {isFiltered && nodes.length === 0 ? (
        <p className={styles['count']}>{t('map.outline.nothing')}</p>
      ) : (
        <OutlineTree
          nodes={nodes}
          closed={isFiltered ? none : closed}
          onFold={fold}
          wanted={wanted}
          onArrived={onArrived}
          acts={acts}
        />
      )}
      {map.interests.length === 0 && <p className={styles['count']}>{t('map.outline.empty')}</p>}
      <Keys />
    </div>
  );
}

function Keys() {
  const { t } = useTranslation();
  return (
    <details className={styles['keys']}>
      <summary>{t('map.outline.keysTitle')}</summary>
      <p>{t('map.outline.keys')}</p>
    </details>
  );
}

const none: ReadonlySet<string> = new Set();

function countMatches(nodes: readonly OutlineNode[]): number {
  return nodes.reduce((sum, node) => sum + (node.ref === null ? 0 : 1) + countMatches(node.children), 0);
}
