/** One row of the table of fields, put to work: shows the value, writes it with the command that is right for it. */
import { useTranslation } from 'react-i18next';
import type { EditableCollection } from '#shared/map/commands/Command.ts';
import { entitiesOf } from '#shared/map/PartnershipMap.ts';
import { partsOfWork, type RepresentativeKind, representativeKinds, standardSectors } from '#shared/kinds/values.ts';
import type { RefusedCode } from '#client/map/BoardMap.ts';
import type { LostWhy } from '#client/map/KeptWords.ts';
import { useBoardMap, useMap, useReadOnly } from '#client/map/MapContext.ts';
import { refKey, type EntityRef } from '#client/map/Selection.ts';
import { useCommands } from '#client/map/useCommands.ts';
import { endName, entityName, organizationName, personName, sectorName } from '#client/panels/things/entityName.ts';
import type { FieldSpec, ValueWord } from './entityFields.ts';
import { ChoiceField, DayField, FlagField, GroupField, LineField, NumberField, TextField } from './Fields.tsx';
import { isPast } from './isPast.ts';
import { RatingField } from './RatingField.tsx';
import { SentencesField } from './SentencesField.tsx';

export interface EntityFieldProps {
  readonly collection: EditableCollection;
  readonly entity: Readonly<Record<string, unknown>>;
  readonly spec: FieldSpec;
  /** The entity is now under another id: a placement that moved. */
  readonly onMoved: (ref: EntityRef) => void;
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
const asNumber = (value: unknown): number | null => (typeof value === 'number' ? value : null);
const asList = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

export function EntityField({ collection, entity, spec, onMoved }: EntityFieldProps) {
  const { t } = useTranslation();
  const map = useMap();
  const { words } = useBoardMap();
  const isClosed = isPast(map, collection, entity) && spec.field !== 'carried_insight';
  const readOnly = useReadOnly() || isClosed;
  const { run, refused } = useCommands();
  const { field, way } = spec;
  const id = asText(entity['id']);
  const value = entity[field];
  const hint = spec.hint === undefined ? undefined : t(`map.hint.${spec.hint}`);
  const frame = { label: t(`map.field.${spec.label ?? field}`), hint, problem: refused, readOnly };
  const word = (one: ValueWord) => ({ value: one, text: t(`map.value.${one}`) });
  const none = { value: '', text: t('map.details.none') };
  // the field belongs to the collection: the table of fields is checked against the schemas by a test
  const write = (next: unknown) => {
    const outcome = run([{ type: 'edit', collection, id, fields: { [field]: next } }]);
    // What somebody has typed is not lost with a refusal that they cannot mend in the field.
    const why = outcome.ok ? null : lostBy(outcome.code);
    if (why !== null && typeof next === 'string') words.keep({ key: refKey({ collection, id }), text: next, why });
    return outcome;
  };

  switch (way.type) {
    case 'line':
      return <LineField {...frame} value={asText(value)} onValue={(next) => next !== value && write(next)} />;
    case 'text':
      return <TextField {...frame} value={asText(value)} onValue={write} />;
    case 'day':
      return <DayField {...frame} value={asText(value) || null} onValue={write} />;
    case 'number':
      return <NumberField {...frame} value={asNumber(value)} onValue={write} />;
    case 'rating':
      return <RatingField organization={id} part={way.part} label={frame.label} />;
    case 'flag':
      return <FlagField {...frame} value={value === true} onValue={write} />;
    case 'helpers':
      return (
        <LineField
          {...frame}
          value={asList(value).join(', ')}
          onValue={(next) =>
            write(
              next
                .split(',')
                .map((one) => one.trim())
                .filter((one) => one !== ''),
            )
          }
        />
      );
    case 'dated': {
      const dated = datedOf(value);
      return (
        <GroupField {...frame}>
          <NumberField
            label={t('map.details.value')}
            readOnly={readOnly}
            value={dated.value}
            onValue={(next) => write({ ...dated, value: next })}
          />
          <DayField
            label={t('map.details.day')}
            readOnly={readOnly}
            value={dated.date}
            onValue={(next) => write({ ...dated, date: next })}
          />
        </GroupField>
      );
    }
    case 'choice':
      return (
        <ChoiceField
          {...frame}
          value={asText(value)}
          options={[
            ...(way.canBeEmpty ? [none] : []),
            ...way.values.map((one) => ({ value: one, text: t(`map.value.${way.words?.[one] ?? one}`) })),
          ]}
          onValue={(next) => write(next === '' ? null : next)}
        />
      );
    case 'members':
      return (
        <GroupField {...frame}>
          {way.values.map((member) => (
            <FlagField
              key={member}
              label={t(`map.value.${way.words?.[member] ?? member}`)}
              readOnly={readOnly}
              value={asList(value).includes(member)}
              onValue={(on) => run([{ type: 'member', collection, id, field, member, on }])}
            />
          ))}
        </GroupField>
      );
    case 'reference': {
      const names = (target: string) =>
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
          options={[none, ...ids.filter((one) => one !== id).map((one) => ({ value: one, text: names(one) }))]}
          onValue={(next) => write(next === '' ? null : next)}
        />
      );
    }
    case 'references':
      return (
        <GroupField {...frame}>
          {entitiesOf(map, way.to).map(({ id: member }) => (
            <FlagField
              key={member}
              label={entityName(map, { collection: way.to, id: member }, t)}
              readOnly={readOnly}
              value={asList(value).includes(member)}
              onValue={(on) => run([{ type: 'member', collection, id, field, member, on }])}
            />
          ))}
        </GroupField>
      );
    case 'end': {
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
    case 'sentences':
      return <SentencesField frame={frame} sentences={asList(value)} onSentences={write} />;
    case 'hypothesis': {
      const notes = map.notes.filter((one) => one.stage === 'interpreting_hypothesizing');
      const name = (note: string) => entityName(map, { collection: 'notes', id: note }, t);
      return (
        <ChoiceField
          {...frame}
          value={asText(value)}
          options={[none, ...notes.map((one) => ({ value: one.id, text: name(one.id) }))]}
          onValue={(next) => write(next === '' ? null : next)}
        />
      );
    }
    case 'kind': {
      const kind = representativeKinds.find((one) => one === value) ?? 'designee';
      return (
        <ChoiceField
          {...frame}
          hint={`${t(`map.hint.${kind}`)} ${hint ?? ''}`}
          value={kind}
          options={representativeKinds.map(word)}
          onValue={(next) =>
            run(
              [{ type: 'changeKind', id, kind: next as RepresentativeKind }],
              t('map.outline.kindNow', {
                name: asText(entity['role_title']),
                kind: t(`map.kind.${next as RepresentativeKind}`),
              }),
            )
          }
        />
      );
    }
    case 'organization':
      return (
        <ChoiceField
          {...frame}
          value={asText(value)}
          options={map.organizations.map((one) => ({ value: one.id, text: organizationName(map, one.id, t) }))}
          onValue={(next) => run([{ type: 'moveRepresentative', id, organization_id: next }])}
        />
      );
    case 'claims':
      return <ClaimsField frame={frame} person={entity} />;
    case 'interest':
    case 'part': {
      const isInterest = way.type === 'interest';
      const options = isInterest
        ? map.interests.map((one) => ({
            value: one.id,
            text: entityName(map, { collection: 'interests', id: one.id }, t),
          }))
        : partsOfWork.map(word);
      return (
        <ChoiceField
          {...frame}
          value={asText(value)}
          options={[isInterest ? { value: '', text: t('map.outline.notPlaced') } : none, ...options]}
          onValue={(next) => {
            const interest_id = isInterest ? next || null : asText(entity['interest_id']) || null;
            const part = partsOfWork.find((one) => one === next) ?? null;
            const outcome = run([
              { type: 'movePlacement', id, interest_id, ...(isInterest ? {} : { part_of_work: part }) },
            ]);
            if (outcome.ok) onMoved({ collection: 'placements', id: outcome.id });
          }}
        />
      );
    }
  }
}

function lostBy(code: RefusedCode): LostWhy | null {
  if (code === 'locked' || code === 'step' || code === 'readOnly') return code;
  return code === 'unknown' ? 'removed' : code === 'roundClosed' ? 'closed' : null;
}

/** Absent = all interests of the organization; a list = only these. */
function ClaimsField({
  frame,
  person,
}: {
  readonly frame: { readonly label: string; readonly readOnly: boolean; readonly problem: string | null };
  readonly person: Readonly<Record<string, unknown>>;
}) {
  const { t } = useTranslation();
  const map = useMap();
  const { run } = useCommands();
  const id = asText(person['id']);
  const claims = person['interest_ids'] === null ? null : asList(person['interest_ids']);
  const placed = new Set(
    map.placements.filter((one) => one.organization_id === person['organization_id']).map((one) => one.interest_id),
  );
  const interests = map.interests.filter((one) => placed.has(one.id));
  return (
    <GroupField {...frame} hint={interests.length === 0 ? t('map.details.noPlaces') : undefined}>
      <FlagField
        label={t('map.details.all')}
        readOnly={frame.readOnly}
        value={claims === null}
        onValue={(all) =>
          run([
            {
              type: 'edit',
              collection: 'representatives',
              id,
              fields: { interest_ids: all ? null : interests.map((one) => one.id) },
            },
          ])
        }
      />
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

function datedOf(value: unknown): { readonly value: number | null; readonly date: string | null } {
  if (typeof value !== 'object' || value === null) return { value: null, date: null };
  return { value: asNumber(Reflect.get(value, 'value')), date: asText(Reflect.get(value, 'date')) || null };
}
