/** The map as an outline: a full way of working, with the same acts as the canvas (OUTLINE-3). */
import { Plus } from '#client/ui/icons/Plus.tsx';
import { Search } from '#client/ui/icons/Search.tsx';
import { Undo2 } from '#client/ui/icons/Undo2.tsx';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameKey } from '#shared/map/nameKey.ts';
import { standardSectors } from '#shared/kinds/values.ts';
import { useBoardMap, useFindings, useMap, useReadOnly } from '#client/map/MapContext.ts';
import { useCommands } from '#client/map/useCommands.ts';
import { Button } from '#client/ui/Button.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { sectorName } from '#client/panels/things/entityName.ts';
import { RemoveAsk } from '#client/panels/removal/RemoveAsk.tsx';
import { removalWords } from '#client/panels/removal/removalWords.ts';
import { missingKinds, nodeWords } from './nodeWords.ts';
import { addInterestAct, addOrganizationAct, type OutlineActs } from './outlineMenu.ts';
import styles from './OutlinePanel.module.css';
import { filterTree, notPlacedKey, type OutlineNode, outlineTree, showsRef } from './outlineTree.ts';
import { OutlineTree } from './OutlineTree.tsx';
import { groupKey, structureGroups } from './structureNodes.ts';

const manyRows = 24;

export function OutlinePanel() {
  const { t, i18n } = useTranslation();
  const map = useMap();
  const readings = useFindings();
  const readOnly = useReadOnly();
  const { boardMap, selection, history, spoken } = useBoardMap();
  const { run, refused } = useCommands();
  const [typed, setSearch] = useState('');
  // Letters appear at once; on a large map the rows follow.
  const search = useDeferredValue(typed);
  const [filter, setFilter] = useState('all');
  const [problem, setProblem] = useState<string | null>(null);
  const [asking, setAsking] = useState<OutlineNode | null>(null);
  const [wanted, setWanted] = useState<{ readonly key: string; readonly edit: boolean } | null>(null);
  const all = useMemo(() => outlineTree(map), [map]);
  const [closed, setClosed] = useState<ReadonlySet<string>>(() => {
    const isLarge = map.placements.length > manyRows;
    const folded = isLarge
      ? all.map(({ key }) => key).filter((key) => key !== notPlacedKey)
      : structureGroups.map(groupKey);
    // back from the details of something, its row is in sight again
    const [chosen] = selection.chosen();
    const path = chosen === undefined ? [] : pathTo(all, (node) => showsRef(map, node, chosen)).slice(0, -1);
    return new Set(folded.filter((key) => !path.includes(key)));
  });
  const onArrived = useCallback(() => setWanted(null), []);

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

  const fold = (key: string, isClosed: boolean): void =>
    setClosed((before) => {
      const next = new Set(before);
      if (isClosed) next.add(key);
      else next.delete(key);
      return next;
    });

  const goTo = (key: string, edit = false): void => {
    const parts = key.split('/');
    setClosed((before) => {
      const parents = new Set(parts.map((_, end) => parts.slice(0, end).join('/')));
      const stay = [...before].filter((one) => !parents.has(one));
      return stay.length === before.size ? before : new Set(stay);
    });
    if (isFiltered && edit) {
      setSearch('');
      setFilter('all');
    }
    setWanted({ key, edit });
  };

  const remove = (node: OutlineNode): void => {
    const ref = removed(node);
    setAsking(null);
    if (ref === null) return;
    const { name } = nodeWords(map, readings, node, t, i18n.language);
    const outcome = run(
      [{ type: 'remove', ...ref }],
      `${t('map.outline.removed', { name })} ${t('map.goesWith.undo')}`,
    );
    if (outcome.ok) goTo(node.parent ?? 'goal');
  };

  const askRemove = (node: OutlineNode): void => {
    const ref = removed(node);
    if (ref === null) return;
    if (removalWords(map, ref, t, i18n.language).length === 0) remove(node);
    else setAsking(node);
  };

  const acts: OutlineActs = {
    map,
    t,
    newId: () => boardMap.newId(),
    run(commands, done) {
      setProblem(null);
      return run(commands, done).ok;
    },
    goTo,
    refuse(sentence) {
      setProblem(sentence);
      spoken.say(sentence);
    },
    today: () => boardMap.today(),
    askRemove,
    open: (ref) => selection.open(ref),
  };
  const sectors = [...new Set([...standardSectors, ...map.sectors.map(({ id }) => id)])];
  const count = isFiltered ? countMatches(nodes) : 0;
  const askingRef = asking && removed(asking);
  return (
    <div className={styles['panel']}>
      <div className={styles['find']}>
        <label className={styles['search']}>
          <Search aria-hidden="true" />
          <input
            type="search"
            value={typed}
            placeholder={t('map.outline.search')}
            aria-label={t('map.outline.search')}
            onChange={(event) => setSearch(event.target.value)}
            onKeyDown={(event) => {
              // Escape empties the search first; once empty it closes the panel
              if (event.key !== 'Escape' || typed === '') return;
              event.stopPropagation();
              setSearch('');
            }}
          />
        </label>
        <select
          className={styles['filter']}
          aria-label={t('map.outline.filter')}
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        >
          <option value="all">{t('map.outline.filterAll')}</option>
          <option value="gaps">{t('map.outline.filterGaps')}</option>
          <option value="away">{t('map.outline.filterAway')}</option>
          {sectors.map((sector) => (
            <option key={sector} value={sector}>
              {t('map.outline.filterSector', { sector: sectorName(map, sector, t) })}
            </option>
          ))}
        </select>
      </div>
      {!readOnly && (
        <div className={styles['adds']}>
          <Button icon={<Plus aria-hidden="true" />} onClick={() => addInterestAct(acts)}>
            {t('map.outline.addInterest')}
          </Button>
          <Button
            icon={<Plus aria-hidden="true" />}
            onClick={() => addOrganizationAct(acts, interestOf(selection, map))}
          >
            {t('map.outline.addOrganization')}
          </Button>
          <IconButton
            label={t('map.outline.undo')}
            onClick={() => {
              if (history.undo()) spoken.say(t('map.outline.undone'));
            }}
          >
            <Undo2 aria-hidden="true" />
          </IconButton>
        </div>
      )}
      <p className={styles['count']} role="status">
        {isFiltered ? t('map.outline.found', { count }) : ''}
      </p>
      {(problem ?? refused) !== null && (
        <p role="alert" className={styles['refused']}>
          {problem ?? refused}
        </p>
      )}
      {asking !== null && askingRef !== null && (
        <RemoveAsk
          question={t('map.outline.removeAsk', { name: nodeWords(map, readings, asking, t, i18n.language).name })}
          consequences={removalWords(map, askingRef, t, i18n.language)}
          onRemove={() => remove(asking)}
          onCancel={() => {
            setAsking(null);
            goTo(asking.key);
          }}
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
      <details className={styles['keys']}>
        <summary>{t('map.outline.keysTitle')}</summary>
        <p>{t('map.outline.keys')}</p>
      </details>
    </div>
  );
}

const none: ReadonlySet<string> = new Set();

/** What "Remove" removes: a row of an organization means the organization itself. */
function removed(node: OutlineNode) {
  if (node.kind === 'organization') return { collection: 'organizations', id: node.organization ?? '' } as const;
  return node.ref;
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

function countMatches(nodes: readonly OutlineNode[]): number {
  return nodes.reduce((sum, node) => sum + (node.ref === null ? 0 : 1) + countMatches(node.children), 0);
}

/** A new organization goes where the person is: into the chosen interest, or that of the chosen card. */
function interestOf(
  selection: ReturnType<typeof useBoardMap>['selection'],
  map: ReturnType<typeof useMap>,
): string | null {
  const [ref] = selection.chosen();
  if (ref?.collection === 'interests') return ref.id;
  if (ref?.collection === 'placements') return map.placements.find(({ id }) => id === ref.id)?.interest_id ?? null;
  return null;
}
