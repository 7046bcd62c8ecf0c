/** Fields that hold any number of things or words, each with a mark of its own. */
import { useTranslation } from 'react-i18next';
import { entitiesOf } from '#shared/map/PartnershipMap.ts';
import { useMap } from '#client/map/MapContext.ts';
import { entityName } from '#client/panels/things/entityName.ts';
import { asList, type FieldOf, type WayProps } from './fieldOf.ts';
import { FlagField, GroupField } from './Fields.tsx';

export function WordsField({ way, of }: WayProps<'members'>) {
  const { t } = useTranslation();
  return (
    <MembersField
      of={of}
      members={way.values.map((one) => ({ id: one, text: t(`map.value.${way.words?.[one] ?? one}`) }))}
    />
  );
}

export function ReferencesField({ way, of }: WayProps<'references'>) {
  const { t } = useTranslation();
  const map = useMap();
  return (
    <MembersField
      of={of}
      members={entitiesOf(map, way.to).map(({ id }) => ({
        id,
        text: entityName(map, { collection: way.to, id }, t),
      }))}
    />
  );
}

interface MembersFieldProps {
  readonly of: FieldOf;
  readonly members: readonly { readonly id: string; readonly text: string }[];
}

function MembersField({ of: { collection, id, field, frame, value, run }, members }: MembersFieldProps) {
  return (
    <GroupField {...frame}>
      {members.map(({ id: member, text }) => (
        <FlagField
          key={member}
          label={text}
          readOnly={frame.readOnly}
          value={asList(value).includes(member)}
          onValue={(on) => run([{ type: 'member', collection, id, field, member, on }])}
        />
      ))}
    </GroupField>
  );
}

/** Absent = all interests of the organization; a list = only these. */
export function ClaimsField({ of: { entity: person, id, frame, run } }: { readonly of: FieldOf }) {
  const { t } = useTranslation();
  const map = useMap();
  const claims = person['interest_ids'] === null ? null : asList(person['interest_ids']);
  const placed = new Set(
    map.placements.filter((one) => one.organization_id === person['organization_id']).map((one) => one.interest_id),
  );
  const interests = map.interests.filter((one) => placed.has(one.id));
  const claimAll = (all: boolean) =>
    run([
      {
        type: 'edit',
        collection: 'representatives',
        id,
        fields: { interest_ids: all ? null : interests.map((one) => one.id) },
      },
    ]);
  return (
    <GroupField {...frame} hint={interests.length === 0 ? t('map.details.noPlaces') : undefined}>
      <FlagField label={t('map.details.all')} readOnly={frame.readOnly} value={claims === null} onValue={claimAll} />
      {claims !== null &&
        interests.map((one) => (
          <FlagField
            key={one.id}
            label={entityName(map, { collection: 'interests', id: one.id }, t)}
            readOnly={frame.readOnly}
            value={claims.includes(one.id)}
            onValue={(on) => run([{ type: 'claim', id, interest_id: one.id, on }])}
          />
        ))}
    </GroupField>
  );
}
