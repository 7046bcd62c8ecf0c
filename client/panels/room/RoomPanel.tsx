/**
 * What takes room on a board, for facilitators: what no page shows, by reason, and the largest things; each to be looked at where
 * that is possible, and removed. Works while a board is too large for anything else.
 */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard, useCanvas, useConnected, useScreen } from '#client/board/BoardContext.ts';
import { useBoardMap } from '#client/map/MapContext.ts';
import { mapOrigin } from '#client/map/mapOrigin.ts';
import { entityName } from '#client/panels/things/entityName.ts';
import { RemoveAsk } from '#client/panels/removal/RemoveAsk.tsx';
import { Button } from '#client/ui/Button.tsx';
import type { CollectionName } from '#shared/map/collections.ts';
import { removeThings, unseenWhys, type BoardThing, type UnseenWhy } from './boardThings.ts';
import styles from './RoomPanel.module.css';
import { mayRemove } from './mayRemove.ts';
import { sizeWords } from './sizeWords.ts';
import { ThingRow } from './ThingRow.tsx';
import { useThings } from './useThings.ts';

export interface RoomPanelProps {
  /** Ids that stand on the canvas without being in the document. */
  readonly isElsewhere: (id: string) => boolean;
}

const largestShown = 30;

interface Asked {
  readonly key: string;
  readonly things: readonly BoardThing[];
}

export function RoomPanel({ isElsewhere }: RoomPanelProps) {
  const { t, i18n } = useTranslation();
  const { screen } = useBoard();
  const view = useConnected();
  const { doc } = view;
  const canvas = useCanvas();
  // not just now: the disk, damage
  const isFree = mayRemove(view);
  const unshown = useScreen((state) => state.unshown);
  const { boardMap, selection, spoken } = useBoardMap();
  const { board, again } = useThings(doc, boardMap, unshown, isElsewhere);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  if (board === null) return <p className={styles['quiet']}>{t('room.reading')}</p>;
  const { things, bytes } = board;
  const remove = (gone: readonly BoardThing[]): void => {
    const [one] = gone;
    setAsked(null);
    // what the map lists goes as its commands say, with what hangs on it; a board that is too large takes none
    if (one !== undefined && isListed(one) && !boardMap.readOnly()) {
      const outcome = boardMap.run({ type: 'remove', collection: one.collection, id: one.id });
      if (!outcome.ok) {
        spoken.say(t(`map.refused.${outcome.code}`));
        setRefused(t(`map.refused.${outcome.code}`));
        return;
      }
    } else removeThings(doc, gone, mapOrigin);
    setRefused(null);
    spoken.say(t('room.removed', { count: gone.length }));
    again();
  };
  const show = ({ id, collection }: BoardThing): void => {
    if (collection === null) canvas.showRecord(id);
    else {
      selection.choose([{ collection, id }]);
      screen.open('details');
    }
  };
  const ask = (key: string) => {
    if (asked?.key !== key) return null;
    return (
      <RemoveAsk
        question={t('room.ask', { count: asked.things.length, size: sizeWords(sum(asked.things), i18n.language) })}
        consequences={[]}
        onRemove={() => remove(asked.things)}
        onCancel={() => setAsked(null)}
      />
    );
  };
  return (
    <div className={styles['panel']}>
      <p>
        {t('room.whole', { count: things.length, size: sizeWords(bytes, i18n.language) })}{' '}
        <Button look="plain" onClick={again}>
          {t('room.again')}
        </Button>
      </p>
      {!isFree && <p className={styles['quiet']}>{t('room.notNow')}</p>}
      {refused !== null && <p role="alert">{refused}</p>}
      {unseenWhys.map((why) => (
        <UnseenPart
          key={why}
          why={why}
          things={things.filter((one) => one.unseen === why)}
          onShow={why === 'far' ? show : null}
          onRemove={isFree ? (some) => setAsked({ key: why, things: some }) : null}
          ask={ask(why)}
        />
      ))}
      <LargestPart
        things={things}
        bytes={bytes}
        onShow={show}
        onRemove={isFree ? (thing) => setAsked({ key: keyOf(thing), things: [thing] }) : null}
        ask={ask}
      />
    </div>
  );
}

interface LargestPartProps {
  readonly things: readonly BoardThing[];
  /** of the whole board */
  readonly bytes: number;
  readonly onShow: (thing: BoardThing) => void;
  readonly onRemove: ((thing: BoardThing) => void) | null;
  /** The question about a thing, by its key. */
  readonly ask: (key: string) => React.ReactNode;
}

function LargestPart({ things, bytes, onShow, onRemove, ask }: LargestPartProps) {
  const { t } = useTranslation();
  const { boardMap } = useBoardMap();
  const [large, setLarge] = useState(largestShown);
  const largest = things.toSorted((a, b) => b.bytes - a.bytes);
  return (
    <section className={styles['part']}>
      <h3>{t('room.largest')}</h3>
      <ul className={styles['list']}>
        {largest.slice(0, large).map((thing) => (
          <ThingRow
            key={keyOf(thing)}
            thing={thing}
            share={thing.bytes / bytes}
            onShow={thing.unseen === null || thing.unseen === 'far' ? () => onShow(thing) : null}
            name={isListed(thing) ? entityName(boardMap.map(), thing, t) : thing.words}
            onRemove={onRemove !== null && !isFixed(thing) ? () => onRemove(thing) : null}
            ask={ask(keyOf(thing))}
          />
        ))}
      </ul>
      {large < things.length && <Button onClick={() => setLarge(large + largestShown)}>{t('room.more')}</Button>}
    </section>
  );
}

interface UnseenPartProps {
  readonly why: UnseenWhy;
  readonly things: readonly BoardThing[];
  readonly onShow: ((thing: BoardThing) => void) | null;
  readonly onRemove: ((things: readonly BoardThing[]) => void) | null;
  readonly ask: React.ReactNode;
}

/** Things that nobody sees for one reason: as a whole, since a hostile board has thousands of them. */
function UnseenPart({ why, things, onShow, onRemove, ask }: UnseenPartProps) {
  const { t, i18n } = useTranslation();
  const [first] = things;
  if (first === undefined) return null;
  return (
    <section className={styles['part']}>
      <h3>{t(`room.unseen.${why}`, { count: things.length })}</h3>
      <p className={styles['quiet']}>
        {t(`room.unseenHint.${why}`)} {sizeWords(sum(things), i18n.language)}
      </p>
      {ask ?? (
        <div className={styles['actions']}>
          {onShow !== null && <Button onClick={() => onShow(first)}>{t('room.showFirst')}</Button>}
          {onRemove !== null && (
            <Button look="danger" onClick={() => onRemove(things)}>
              {t('room.removeAll', { count: things.length })}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

/** Every map has one of each. */
const isFixed = ({ collection }: BoardThing): boolean => collection === 'goal' || collection === 'partnership';
const isListed = (thing: BoardThing): thing is BoardThing & { readonly collection: CollectionName } =>
  thing.collection !== null && thing.unseen === null;
const keyOf = ({ collection, id }: BoardThing): string => `${collection ?? ''} ${id}`;
const sum = (things: readonly BoardThing[]): number => things.reduce((total, { bytes }) => total + bytes, 0);
