/** The frame: partnership, goal, indicators, interests, organizations, placements, representatives. */
import * as v from 'valibot';
import * as values from '../values.ts';
import {
  Amount,
  common,
  Count,
  dated,
  Day,
  day,
  flag,
  Id,
  maxNameLength,
  name,
  names,
  one,
  oneOrNone,
  rate,
  reference,
  referencesOrAll,
  some,
  text,
} from './fields.ts';

export const Partnership = v.object({
  id: Id,
  ...common,
  name: name(),
  place: name(),
  started_on: day(),
  status: one(values.partnershipStatuses, 'exploring'),
  level_of_intervention: one(values.interventionLevels, 'not_set'),
  charge: one(values.charges, 'not_set'),
  backbone_org_id: reference(),
  languages: names(),
  min_responses: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(1000)), 5),
});
export type Partnership = Readonly<v.InferOutput<typeof Partnership>>;

/** One of several numbers that sources name for the same goal. */
export const SourceVariant = v.strictObject({
  value: Amount,
  unit: name(),
  where: name(),
  used: flag(false),
});

export const Goal = v.object({
  id: Id,
  ...common,
  version: v.nullish(v.pipe(Count, v.minValue(1)), 1),
  statement: text(),
  population: name(),
  place: name(),
  indicator_id: reference(),
  baseline: dated(),
  target: dated(),
  direction: one(values.directions, 'increase'),
  unit: name(),
  data_source: name(),
  why: text(),
  status: one(values.goalStatuses, 'draft'),
  agreed_on: day(),
  owner_org_id: reference(),
  source_variants: v.nullish(v.pipe(v.array(SourceVariant), v.maxLength(20)), []),
});
export type Goal = Readonly<v.InferOutput<typeof Goal>>;

export const Indicator = v.object({
  id: Id,
  ...common,
  name: name(),
  level: oneOrNone(values.indicatorLevels),
  role: one(values.indicatorRoles, 'secondary'),
  measure_type: oneOrNone(values.measureTypes),
  definition: text(),
  unit: name(),
  direction: one(values.directions, 'increase'),
  baseline: dated(),
  target: dated(),
  data_source: name(),
  owner_org_id: reference(),
  update_every_months: v.nullish(v.pipe(Count, v.minValue(1), v.maxValue(600)), null),
});
export type Indicator = Readonly<v.InferOutput<typeof Indicator>>;

/** One number of an indicator; unique per indicator, date, group and status. */
export const Measurement = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(500)),
  ...common,
  indicator_id: Id,
  date: Day,
  value: Amount,
  group: v.nullish(v.pipe(v.string(), v.minLength(1), v.maxLength(maxNameLength)), 'all'),
  status: one(values.measurementStatuses, 'actual'),
  note: name(),
});
export type Measurement = Readonly<v.InferOutput<typeof Measurement>>;

/** `id` is the code that organizations name. */
export const Sector = v.object({ id: Id, ...common, label: name() });
export type Sector = Readonly<v.InferOutput<typeof Sector>>;

export const Interest = v.object({
  id: Id,
  ...common,
  title: name(),
  description: text(),
  weight: one(values.weights, 'supporting'),
  parts_of_work: some(values.partsOfWork),
  natural_sector: reference(),
  placeholder: name(),
});
export type Interest = Readonly<v.InferOutput<typeof Interest>>;

export const Organization = v.object({
  id: Id,
  ...common,
  name: name(),
  sector: reference(),
  size: oneOrNone(values.organizationSizes),
  reach: oneOrNone(values.reaches),
  grassroots: flag(false),
  engagement: one(values.engagements, 'not_contacted'),
  influence: rate(),
  stake: rate(),
  note: text(),
});
export type Organization = Readonly<v.InferOutput<typeof Organization>>;

const coordinate = v.pipe(v.number(), v.finite(), v.minValue(-1e6), v.maxValue(1e6));

/** Unique per organization, interest and part of work. Without interest: "not placed". */
export const Placement = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(260)),
  ...common,
  organization_id: Id,
  interest_id: reference(),
  part_of_work: oneOrNone(values.partsOfWork),
  commitment: oneOrNone(values.commitments),
  contribution: name(),
  /** Where the card stands, relative to its wedge; null = where the layout puts it. One field, since one gesture changes it. */
  position: v.nullish(v.tuple([coordinate, coordinate]), null),
});
export type Placement = Readonly<v.InferOutput<typeof Placement>>;

export const Representative = v.object({
  id: Id,
  ...common,
  organization_id: Id,
  role_title: name(),
  kind: one(values.representativeKinds, 'designee'),
  /** Day of the last change of kind. */
  kind_since: day(),
  interest_ids: referencesOrAll(),
  since: day(),
  until: day(),
  same_person_as: reference(),
  display_name: name(),
});
export type Representative = Readonly<v.InferOutput<typeof Representative>>;
