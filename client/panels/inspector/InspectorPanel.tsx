/** Everything about what is chosen: every field with its definition, what belongs to it, and removing it. */
import { ArrowLeft } from '#client/ui/icons/ArrowLeft.tsx';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoardMap, useMap, useReadOnly } from '#client/map/MapContext.ts';
import { refKey, type EntityRef } from '#client/map/Selection.ts';
import { useCommands } from '#client/map/useCommands.ts';
import { useWhyNot } from '#client/map/useWhyNot.ts';
import { useWordsKept } from '#client/map/useWordsKept.ts';
import { Button } from '#client/ui/Button.tsx';
import { entityName, entityOf, isInspected } from '#client/panels/things/entityName.ts';
import { RemoveAsk } from '#client/panels/removal/RemoveAsk.tsx';
import { removalWords } from '#client/panels/removal/removalWords.ts';
import { ActionParts } from './ActionParts.tsx';
import { EntityField } from './EntityField.tsx';
import { fieldsOf } from './entityFields.ts';
import { BodyParts } from './BodyParts.tsx';
import { GoalParts } from './GoalParts.tsx';
import styles from './InspectorPanel.module.css';
import { InterestParts } from './InterestParts.tsx';
import { isPast } from './isPast.ts';
import { MeasurementParts } from './MeasurementParts.tsx';
import { OrganizationParts } from './OrganizationParts.tsx';
import { PulseParts } from './PulseParts.tsx';
import { BecameParts, SourceParts } from './SourceParts.tsx';
import { useShown } from './useShown.ts';
import { WorkParts } from './WorkParts.tsx';

export interface InspectorPanelProps {
  /** Name of the view one came from, and the way back. */
  readonly from: string;
  readonly onBack: () => void;
  /** who changed a thing, for those who may read it */
  readonly changesOf?: (ref: EntityRef) => ReactNode;
}

export function InspectorPanel({ from, onBack, changesOf }: InspectorPanelProps) {
  const { t } = useTranslation();
  const map = useMap();
  const { ref: chosen, key } = useShown();
  const entity = chosen && isInspected(chosen.collection) ? entityOf(map, chosen) : undefined;
  return (
    <div className={styles['panel']}>
      <button type="button" className={styles['back']} onClick={onBack}>
        <ArrowLeft aria-hidden="true" />
        {t('map.details.back', { view: from })}
      </button>
      {chosen === null && <p className={styles['quiet']}>{t('map.details.nothing')}</p>}
      {chosen !== null && entity === undefined && <p className={styles['quiet']}>{t('map.details.gone')}</p>}
      {chosen !== null && entity !== undefined && (
        <EntityDetails key={key} chosen={chosen} entity={entity}>
          {changesOf?.(chosen)}
        </EntityDetails>
      )}
    </div>
  );
}

function EntityDetails({
  chosen,
  entity,
  children,
}: {
  readonly chosen: EntityRef;
  readonly entity: Readonly<Record<string, unknown>>;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const map = useMap();
  const { boardMap, selection, isFacilitator } = useBoardMap();
  const around = useWordsKept<HTMLDivElement>({
    key: refKey(chosen),
    isTaken: () => entityOf(boardMap.map(), chosen) === undefined,
  });
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // whoever writes on the canvas goes on writing there
    if (document.activeElement?.matches('.tl-canvas :is(textarea, input, [contenteditable])') !== true)
      heading.current?.focus({ preventScroll: true });
  }, []);
  const { collection, id } = chosen;
  if (!isInspected(collection)) return null;
  const isOver = isPast(map, collection, entity);
  const fields = fieldsOf(collection).filter((spec) => isFacilitator || spec.facilitatorsOnly !== true);
  const organization = String(collection === 'organizations' ? id : (entity['organization_id'] ?? ''));
  return (
    <div ref={around} className={styles['panel']}>
      <header>
        <p className={styles['kind']}>{t(`map.entity.${collection}`)}</p>
        <h3 ref={heading} tabIndex={-1} className={styles['name']}>
          {entityName(map, chosen, t)}
        </h3>
      </header>
      {collection === 'goal' && <GoalParts />}
      <HeldLine chosen={chosen} isOver={isOver} />
      {isOver && <p className={styles['quiet']}>{t('cycle.hints.roundClosed')}</p>}
      {fields.map((spec) => (
        <EntityField
          key={spec.field}
          collection={collection}
          entity={entity}
          spec={spec}
          onMoved={(ref) => selection.choose([ref])}
        />
      ))}
      {collection === 'indicators' && <MeasurementParts indicator={id} />}
      {(collection === 'organizations' || collection === 'placements' || collection === 'representatives') && (
        <>
          <ActionParts organization={organization} chosen={chosen} />
          <OrganizationParts organization={organization} chosen={chosen} />
        </>
      )}
      {typeof entity['source'] === 'string' && <SourceParts source={entity['source']} />}
      {(collection === 'ideas' || collection === 'groups') && <BecameParts chosen={chosen} />}
      {collection === 'interests' && <InterestParts interest={id} />}
      {collection === 'bodies' && <BodyParts body={id} />}
      {collection === 'trust_pulses' && <PulseParts pulse={id} />}
      {(collection === 'notes' || collection === 'experiments') && <WorkParts work={{ collection, id }} />}
      {children}
      {collection !== 'goal' && collection !== 'partnership' && !(isOver && collection === 'notes') && (
        <RemovePart chosen={chosen} />
      )}
    </div>
  );
}

/** Why fields are only read: the first reason that holds for any of them. */
function HeldLine({ chosen, isOver }: { readonly chosen: EntityRef; readonly isOver: boolean }) {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  const whyNot = useWhyNot();
  const { collection, id } = chosen;
  if (readOnly || isOver || !isInspected(collection)) return null;
  const why = fieldsOf(collection)
    .map(({ field }) => whyNot(collection, id, field))
    .find((one) => one !== null);
  return why === undefined ? null : <p className={styles['quiet']}>{t(`map.refused.${why}`)}</p>;
}

function RemovePart({ chosen }: { readonly chosen: EntityRef }) {
  const { t, i18n } = useTranslation();
  const map = useMap();
  const readOnly = useReadOnly();
  const { run, refused } = useCommands();
  const [isAsking, setAsking] = useState(false);
  const whyNot = useWhyNot()(chosen.collection, chosen.id, null);
  if (readOnly || whyNot !== null) return null;
  const name = entityName(map, chosen, t);
  const label = chosen.collection === 'placements' ? t('map.outline.takeOut') : t('map.outline.remove');
  const remove = () => {
    setAsking(false);
    run([{ type: 'remove', ...chosen }], `${t('map.details.removed', { name })} ${t('map.goesWith.undo')}`);
  };
  const consequences = removalWords(map, chosen, t, i18n.language);
  return (
    <div className={styles['remove']}>
      {refused !== null && <p role="alert">{refused}</p>}
      {isAsking ? (
        <RemoveAsk
          question={t('map.outline.removeAsk', { name })}
          consequences={consequences}
          onRemove={remove}
          onCancel={() => setAsking(false)}
        />
      ) : (
        <Button look="danger" onClick={() => (consequences.length === 0 ? remove() : setAsking(true))}>
          {label}
        </Button>
      )}
    </div>
  );
}
