/** The allowed values of the map's fields. The words people read for them stand in the catalog of words. */

/** Sectors that every board knows; a board may add its own. */
export const standardSectors = [
  'business',
  'government',
  'nonprofit',
  'philanthropy',
  'labor',
  'community',
  'education',
] as const;
export const partsOfWork = ['practice', 'policymaking', 'funding', 'data', 'lived_experience'] as const;
export const representativeKinds = ['designee', 'doer', 'decision_maker'] as const;
export const partnershipStatuses = ['exploring', 'active', 'paused', 'closed'] as const;
export const interventionLevels = ['program', 'system', 'both', 'not_set'] as const;
export const charges = ['thinking', 'doing', 'thinking_and_doing', 'not_set'] as const;
export const directions = ['increase', 'decrease', 'keep'] as const;
export const goalStatuses = ['draft', 'proposed', 'agreed'] as const;
export const indicatorLevels = ['population', 'performance'] as const;
export const indicatorRoles = ['headline', 'secondary', 'data_development'] as const;
export const measureTypes = ['how_much', 'how_well', 'better_off'] as const;
export const measurementStatuses = ['actual', 'estimate', 'forecast'] as const;
export const weights = ['essential', 'supporting'] as const;
export const organizationSizes = ['small', 'medium', 'large', 'association', 'na'] as const;
export const reaches = ['neighborhood', 'city', 'county', 'region', 'state', 'nation'] as const;
export const engagements = ['not_contacted', 'invited', 'observer', 'partner', 'left'] as const;
export const commitments = ['considering', 'committed', 'delivering'] as const;
export const bodyKinds = [
  'policy_board',
  'senior_staff_group',
  'workgroup',
  'community_engagement_team',
  'backbone_staff',
  'funders_group',
  'advisory_group',
  'other',
] as const;
export const decisionRoles = ['decides', 'recommends', 'implements', 'advises', 'supports'] as const;
export const seatRoles = ['chair', 'co_chair', 'member', 'alternate', 'observer'] as const;
export const lineKinds = ['accountable_to', 'voice_channel'] as const;
export const lineStatuses = ['proposed', 'agreed'] as const;
export const agreementKinds = ['operating_document', 'memorandum_of_understanding', 'contract', 'other'] as const;
export const agreementStatuses = ['draft', 'in_force', 'ended'] as const;
export const indicatorStatuses = ['proposed', 'used'] as const;
export const seatStatuses = ['proposed', 'agreed'] as const;
export const agreementTopics = [
  'structure',
  'roles',
  'decision_making',
  'conflict_resolution',
  'data_sharing',
  'funding',
] as const;
export const iterationStatuses = ['open', 'closed'] as const;
export const stages = [
  'problem_defining',
  'interpreting_hypothesizing',
  'solution_finding',
  'analyzing_reflecting',
] as const;
export const noteTags = ['assumption', 'question', 'evidence'] as const;
export const workLevels = ['program', 'system', 'mixed'] as const;
export const conditions = [
  'policies',
  'practices',
  'resource_flows',
  'relationships',
  'power',
  'mental_models',
] as const;
/** Where system work pulls, weakest first. */
export const leverages = ['amounts', 'delays_and_feedback', 'information_and_rules', 'power_goals_mindsets'] as const;
export const experimentStatuses = ['proposed', 'running', 'finished', 'stopped'] as const;
export const experimentDecisions = ['adopt', 'adapt', 'abandon', 'continue'] as const;
export const trustStages = ['forming', 'storming', 'norming', 'performing', 'adjourning'] as const;
export const trustClaimants = ['facilitator', 'group', 'body'] as const;
export const trustNoteKinds = ['rule', 'conflict', 'hope'] as const;
/** What a note of the story does to the number. */
export const pushes = ['up', 'down'] as const;
export const sheetSorts = ['groups', 'votes', 'length', 'shuffle'] as const;
export const sheetColors = ['none', 'group'] as const;
export const actionStatuses = ['open', 'doing', 'done', 'dropped'] as const;
export const parkingStatuses = ['parked', 'taken_up', 'closed'] as const;
export const severities = ['alert', 'warning', 'insight', 'strength'] as const;

export type RepresentativeKind = (typeof representativeKinds)[number];
export type Weight = (typeof weights)[number];
export type Stage = (typeof stages)[number];
export type TrustStage = (typeof trustStages)[number];
export type Severity = (typeof severities)[number];
