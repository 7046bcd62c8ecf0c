/** Fields in which one of several is chosen: a word, another thing, an end of a line, a place. */
import { useTranslation } from 'react-i18next';
import { entitiesOf } from '#shared/map/PartnershipMap.ts';
import { partsOfWork, type RepresentativeKind, representativeKinds, standardSectors } from '#shared/kinds/values.ts';
import { useMap } from '#client/map/MapContext.ts';
import type { EntityRef } from '#client/map/Selection.ts';
import { endName, entityName, organizationName, personName, sectorName } from '#client/panels/things/entityName.ts';
import { asText, type FieldOf, type WayProps } from './fieldOf.ts';
import { ChoiceField } from './Fields.tsx';

const nothing = '';

export function WordField({ way, of: { frame, value, write } }: WayProps<'choice'>) {
  const { t } = useTranslation();
  return (
    <ChoiceField
      {...frame}
      value={asText(value)}
      options={[
        ...(way.canBeEmpty ? [{ value: nothing, text: t('map.details.none') }] : []),
        ...way.values.map((one) => ({ value: one, text: t(`map.value.${way.words?.[one] ?? one}`) })),
      ]}
      onValue={(next) => write(next || null)}
    />
  );
}

export function ReferenceField({ way, of: { id, frame, value, write } }: WayProps<'reference'>) {
  const { t } = useTranslation();
  const map = useMap();
  const name = (target: string) =>
    way.to === 'sectors'
      ? sectorName(map, target, t)
      : way.to === 'representatives'
        ? personName(map, target, t)
        : entityName(map, { collection: way.to, id: target }, t);
  const ids =
    way.to === 'sectors'
      ? [...new Set<string>([...standardSectors, ...map.sectors.map((one) => one.id)])]
      : entitiesOf(map, way.to).map((one) => one.id);
  return (
    <ChoiceField
      {...frame}
      value={asText(value)}
      options={[
        { value: nothing, text: t('map.details.none') },
        ...ids.filter((one) => one !== id).map((one) => ({ value: one, text: name(one) })),
      ]}
      onValue={(next) => write(next || null)}
    />
  );
}

export function EndField({ of: { frame, value, write } }: { readonly of: FieldOf }) {
  const { t } = useTranslation();
  const map = useMap();
  const ends = [
    ...map.bodies.map((one) => `body:${one.id}`),
    ...map.organizations.map((one) => `organization:${one.id}`),
    ...map.representatives.map((one) => `representative:${one.id}`),
  ];
  return (
    <ChoiceField
      {...frame}
      value={asText(value)}
      options={ends.map((end) => ({ value: end, text: endName(map, end, t) }))}
      onValue={write}
    />
  );
}

export function HypothesisField({ of: { frame, value, write } }: { readonly of: FieldOf }) {
  const { t } = useTranslation();
  const map = useMap();
  const notes = map.notes.filter((one) => one.stage === 'interpreting_hypothesizing');
  return (
    <ChoiceField
      {...frame}
      value={asText(value)}
      options={[
        { value: nothing, text: t('map.details.none') },
        ...notes.map(({ id }) => ({ value: id, text: entityName(map, { collection: 'notes', id }, t) })),
      ]}
      onValue={(next) => write(next || null)}
    />
  );
}

/** A representative changes into another kind with a command of its own. */
export function KindField({ of: { id, entity, frame, value, run } }: { readonly of: FieldOf }) {
  const { t } = useTranslation();
  const kind = representativeKinds.find((one) => one === value) ?? 'designee';
  const change = (next: RepresentativeKind): void => {
    const said = t('map.outline.kindNow', { name: asText(entity['role_title']), kind: t(`map.kind.${next}`) });
    run([{ type: 'changeKind', id, kind: next }], said);
  };
  return (
    <ChoiceField
      {...frame}
      hint={`${t(`map.hint.${kind}`)} ${frame.hint ?? ''}`}
      value={kind}
      options={representativeKinds.map((one) => ({ value: one, text: t(`map.value.${one}`) }))}
      onValue={(next) => change(next as RepresentativeKind)}
    />
  );
}

/** A representative moves to another organization with a command of its own. */
export function OrganizationField({ of: { id, frame, value, run } }: { readonly of: FieldOf }) {
  const { t } = useTranslation();
  const map = useMap();
  return (
    <ChoiceField
      {...frame}
      value={asText(value)}
      options={map.organizations.map((one) => ({ value: one.id, text: organizationName(map, one.id, t) }))}
      onValue={(next) => run([{ type: 'moveRepresentative', id, organization_id: next }])}
    />
  );
}

export interface PlaceFieldProps {
  readonly of: FieldOf;
  /** of the interest, and not of the part of work */
  readonly isInterest: boolean;
  readonly onMoved: (ref: EntityRef) => void;
}

/** Where a placement stands: its id is made of the place, so that it is another one afterwards. */
export function PlaceField({ of: { id, entity, frame, value, run }, isInterest, onMoved }: PlaceFieldProps) {
  const { t } = useTranslation();
  const map = useMap();
  const move = (next: string): void => {
    const interest_id = isInterest ? next || null : asText(entity['interest_id']) || null;
    const part = partsOfWork.find((one) => one === next) ?? null;
    const outcome = run([{ type: 'movePlacement', id, interest_id, ...(isInterest ? {} : { part_of_work: part }) }]);
    if (outcome.ok) onMoved({ collection: 'placements', id: outcome.id });
  };
  const options = isInterest
    ? map.interests.map((one) => ({ value: one.id, text: entityName(map, { collection: 'interests', id: one.id }, t) }))
    : partsOfWork.map((one) => ({ value: one, text: t(`map.value.${one}`) }));
  return (
    <ChoiceField
      {...frame}
      value={asText(value)}
      options={[{ value: nothing, text: t(isInterest ? 'map.outline.notPlaced' : 'map.details.none') }, ...options]}
      onValue={move}
    />
  );
}
