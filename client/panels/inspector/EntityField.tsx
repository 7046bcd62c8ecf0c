/** One row of the table of fields, put to work: shows the value, writes it with the command that is right for it. */
import { useTranslation } from 'react-i18next';
import type { EditableCollection } from '#shared/map/commands/Command.ts';
import { permitRefusals } from '#shared/wire/messages.ts';
import type { RefusedCode } from '#client/map/BoardMap.ts';
import type { LostWhy } from '#client/map/KeptWords.ts';
import { useBoardMap, useMap, useReadOnly } from '#client/map/MapContext.ts';
import { refKey, type EntityRef } from '#client/map/Selection.ts';
import { useWhyNot } from '#client/map/useWhyNot.ts';
import { useCommands } from '#client/map/useCommands.ts';
import {
  EndField,
  HypothesisField,
  KindField,
  OrganizationField,
  PlaceField,
  ReferenceField,
  WordField,
} from './ChoiceFields.tsx';
import type { FieldSpec } from './entityFields.ts';
import { asList, asNumber, asText, type FieldOf } from './fieldOf.ts';
import { DayField, FlagField, LineField, NumberField, TextField } from './Fields.tsx';
import { isPast } from './isPast.ts';
import { ClaimsField, ReferencesField, WordsField } from './MemberFields.tsx';
import { DatedField, HelpersField } from './PlainFields.tsx';
import { RatingField } from './RatingField.tsx';
import { SentencesField } from './SentencesField.tsx';

export interface EntityFieldProps {
  readonly collection: EditableCollection;
  readonly entity: Readonly<Record<string, unknown>>;
  readonly spec: FieldSpec;
  /** The entity is now under another id: a placement that moved. */
  readonly onMoved: (ref: EntityRef) => void;
}

export function EntityField({ spec, onMoved, ...thing }: EntityFieldProps) {
  const of = useFieldOf(thing, spec);
  const { way } = spec;
  const { id, value, frame, write } = of;
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
      return <HelpersField of={of} />;
    case 'dated':
      return <DatedField of={of} />;
    case 'sentences':
      return <SentencesField frame={frame} sentences={asList(value)} onSentences={write} />;
    case 'choice':
      return <WordField way={way} of={of} />;
    case 'members':
      return <WordsField way={way} of={of} />;
    case 'reference':
      return <ReferenceField way={way} of={of} />;
    case 'references':
      return <ReferencesField way={way} of={of} />;
    case 'end':
      return <EndField of={of} />;
    case 'hypothesis':
      return <HypothesisField of={of} />;
    case 'kind':
      return <KindField of={of} />;
    case 'organization':
      return <OrganizationField of={of} />;
    case 'claims':
      return <ClaimsField of={of} />;
    case 'interest':
    case 'part':
      return <PlaceField of={of} isInterest={way.type === 'interest'} onMoved={onMoved} />;
  }
}

function useFieldOf(thing: Pick<EntityFieldProps, 'collection' | 'entity'>, spec: FieldSpec): FieldOf {
  const { t } = useTranslation();
  const { collection, entity } = thing;
  const { field } = spec;
  const isClosed = isPast(useMap(), collection, entity) && field !== 'carried_insight';
  const isHeld = useWhyNot()(collection, asText(entity['id']), field) !== null;
  const readOnly = useReadOnly() || isClosed || isHeld;
  const { words } = useBoardMap();
  const { run, refused } = useCommands();
  const id = asText(entity['id']);
  const hint = spec.hint === undefined ? undefined : t(`map.hint.${spec.hint}`);
  const frame = { label: t(`map.field.${spec.label ?? field}`), hint, problem: refused, readOnly };
  // the field belongs to the collection: the table of fields is checked against the schemas by a test
  const write = (next: unknown): void => {
    const outcome = run([{ type: 'edit', collection, id, fields: { [field]: next } }]);
    // What somebody has typed is not lost with a refusal that they cannot mend in the field.
    const why = outcome.ok ? null : lostBy(outcome.code);
    if (why !== null && typeof next === 'string') words.keep({ key: refKey({ collection, id }), text: next, why });
  };
  return { collection, entity, id, field, value: entity[field], frame, write, run };
}

function lostBy(code: RefusedCode): LostWhy | null {
  const permit = permitRefusals.find((one) => one === code);
  if (permit !== undefined) return permit;
  if (code === 'readOnly') return code;
  return code === 'unknown' ? 'removed' : code === 'roundClosed' ? 'closed' : null;
}
