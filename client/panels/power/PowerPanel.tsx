/** Influence by stake for facilitators: organizations as chips on a grid of five by five, the others in a tray (RATE-4). */
import { Undo2 } from '#client/ui/icons/Undo2.tsx';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isUnrated, type Rating } from '#shared/map/ratings.ts';
import { useBoardMap, useMap } from '#client/map/MapContext.ts';
import { useRatings, useRatingsView } from '#client/map/RatingsContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { organizationName, sectorName } from '#client/panels/things/entityName.ts';
import { SectorMark } from '#client/panels/things/SectorMark.tsx';
import { DeleteRatings } from './DeleteRatings.tsx';
import { movedRating } from './movedRating.ts';
import styles from './PowerPanel.module.css';
import { RatingEditor } from './RatingEditor.tsx';
import { useChipDrag } from './useChipDrag.ts';

const fromMuch = [5, 4, 3, 2, 1] as const;
const fromLittle = [1, 2, 3, 4, 5] as const;
const noRating: Rating = { influence: null, stake: null };

export function PowerPanel() {
  const { t } = useTranslation();
  const map = useMap();
  const ratings = useRatings();
  const { ratings: all, isRead, failed, undoable } = useRatingsView();
  const { spoken } = useBoardMap();
  const [chosen, setChosen] = useState<string | null>(null);
  const chips = useRef(new Map<string, HTMLButtonElement>());
  const refocus = useRef<string | null>(null);
  // a chip that moved is a new element in another cell
  useLayoutEffect(() => {
    if (refocus.current !== null) chips.current.get(refocus.current)?.focus();
    refocus.current = null;
  });

  const rate = (id: string, rating: Rating): void => {
    if (ratings === null) return;
    const before = ratings.ratingOf(id);
    if (before.influence === rating.influence && before.stake === rating.stake) return;
    void ratings.rate(id, rating);
    const name = organizationName(map, id, t);
    const number = (value: number | null): string => (value === null ? t('map.power.none') : String(value));
    const { influence, stake } = rating;
    spoken.say(
      isUnrated(rating)
        ? t('map.power.unrated', { name })
        : t('map.power.rated', { name, influence: number(influence), stake: number(stake) }),
    );
  };
  const undo = (): void => {
    const organization = ratings?.undo() ?? null;
    if (organization === null) return;
    refocus.current = organization;
    spoken.say(t('map.power.undone'));
  };
  const { drag, onPointerDown } = useChipDrag((id, rating) => {
    setChosen(id);
    rate(id, rating);
  });

  if (ratings === null) return null;
  if (!isRead) return <p role="status">{failed === null ? t('map.power.unread') : t('map.power.failed')}</p>;

  const ratingOf = (id: string): Rating => all.get(id) ?? noRating;
  const isAt = (id: string, influence: number, stake: number): boolean => {
    const rating = ratingOf(id);
    return rating.influence === influence && rating.stake === stake;
  };
  const chip = (id: string) => {
    const organization = map.organizations.find((one) => one.id === id);
    const name = organizationName(map, id, t);
    const sector = sectorName(map, organization?.sector ?? null, t);
    const { influence, stake } = ratingOf(id);
    return (
      <li key={id}>
        <button
          ref={(element) => {
            if (element) chips.current.set(id, element);
            else chips.current.delete(id);
          }}
          type="button"
          className={styles['chip']}
          data-chosen={chosen === id || undefined}
          data-dragged={drag?.organization === id || undefined}
          aria-pressed={chosen === id}
          aria-label={t('map.power.chip', { name, sector })}
          title={`${name} · ${sector}`}
          onPointerDown={(event) => onPointerDown(id, event)}
          onClick={() => setChosen(chosen === id ? null : id)}
          onKeyDown={(event) => {
            const moved = event.ctrlKey || event.metaKey || event.altKey ? null : movedRating(ratingOf(id), event.key);
            if (moved === null) return;
            event.preventDefault();
            setChosen(id);
            refocus.current = id;
            rate(id, moved);
          }}
        >
          <SectorMark sector={organization?.sector ?? null} />
          <span className={styles['name']}>{name}</span>
          {influence !== null && stake === null && (
            <span className={styles['half']}>{t('map.power.only.influence', { value: influence })}</span>
          )}
          {stake !== null && influence === null && (
            <span className={styles['half']}>{t('map.power.only.stake', { value: stake })}</span>
          )}
        </button>
      </li>
    );
  };
  const isOver = (influence: number | null, stake: number | null): true | undefined =>
    (drag?.over?.influence === influence && drag.over.stake === stake) || undefined;
  const tray = map.organizations.filter(({ id }) => {
    const { influence, stake } = ratingOf(id);
    return influence === null || stake === null;
  });

  return (
    <div
      className={styles['panel']}
      onKeyDown={(event) => {
        if (event.key.toLowerCase() !== 'z' || event.shiftKey || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        undo();
      }}
    >
      <p className={styles['intro']}>{t('map.power.intro')}</p>
      {failed !== null && (
        <p role="alert" className={styles['failed']}>
          {t('map.power.failed')}
        </p>
      )}
      {map.organizations.length === 0 ? (
        <p className={styles['intro']}>{t('map.power.nobody')}</p>
      ) : (
        <>
          <p className={styles['axis']}>↑ {t('map.power.influence')}</p>
          <div className={styles['grid']} data-drag={drag !== null || undefined}>
            {fromMuch.flatMap((influence) => [
              <span key={`row ${influence}`} className={styles['row']} aria-hidden="true">
                {influence}
              </span>,
              ...fromLittle.map((stake) => {
                const here = map.organizations.filter(({ id }) => isAt(id, influence, stake));
                return (
                  <div
                    key={`${influence} ${stake}`}
                    className={styles['cell']}
                    role="group"
                    aria-label={t('map.power.cell', { influence, stake })}
                    data-place={`${influence} ${stake}`}
                    data-over={isOver(influence, stake)}
                    data-missed={(stake >= 4 && influence <= 2) || undefined}
                  >
                    {here.length > 0 && <ul className={styles['chips']}>{here.map(({ id }) => chip(id))}</ul>}
                  </div>
                );
              }),
            ])}
            <span aria-hidden="true" />
            {fromLittle.map((stake) => (
              <span key={stake} className={styles['column']} aria-hidden="true">
                {stake}
              </span>
            ))}
          </div>
          <p className={`${styles['axis']} ${styles['axisEnd']}`}>{t('map.power.stake')} →</p>
          <p className={styles['question']}>{t('map.power.question')}</p>
          <section
            className={styles['tray']}
            aria-label={t('map.power.tray')}
            data-place=""
            data-over={isOver(null, null)}
          >
            <h3>
              {t('map.power.tray')} <span>{tray.length}</span>
            </h3>
            {tray.length === 0 ? (
              <p className={styles['intro']}>{t('map.power.trayEmpty')}</p>
            ) : (
              <ul className={styles['chips']}>{tray.map(({ id }) => chip(id))}</ul>
            )}
          </section>
          <p className={styles['intro']}>{t('map.power.keys')}</p>
        </>
      )}
      {undoable !== null && chosen === null && (
        <div>
          <Button icon={<Undo2 aria-hidden="true" />} onClick={undo}>
            {t('map.power.undo')}
          </Button>
        </div>
      )}
      {all.size > 0 && (
        <DeleteRatings
          onDelete={() => {
            setChosen(null);
            void ratings.deleteAll();
            spoken.say(t('map.power.deleted'));
          }}
        />
      )}
      {chosen !== null && map.organizations.some(({ id }) => id === chosen) && (
        <RatingEditor
          organization={chosen}
          rating={ratingOf(chosen)}
          isHidden={drag !== null}
          onUndo={undoable === null ? null : undo}
          onRate={(rating) => rate(chosen, rating)}
          onClose={() => setChosen(null)}
        />
      )}
      {drag !== null && (
        <div className={styles['ghost']} style={{ left: drag.x, top: drag.y }} aria-hidden="true">
          {organizationName(map, drag.organization, t)}
        </div>
      )}
    </div>
  );
}
