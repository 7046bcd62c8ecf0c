/** What participants may change in a step of a workshop is said in these groups; each thing of a board belongs to one (SESSION-24). */

/** Goal, interests and rounds are the skeleton of the map, with the existence of bodies (SESSION-25). */
export const skeletonGroups = ['goal', 'interests', 'rounds'] as const;

export const toolGroups = [
  'goal',
  'interests',
  'people',
  'structure',
  'numbers',
  'trust',
  'cycle',
  'rounds',
  'actions',
  'sheets',
  'notes',
  'draw',
] as const;
export type ToolGroup = (typeof toolGroups)[number];
