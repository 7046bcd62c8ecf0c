/** What the room of the 90-minute journey writes and decides. */

/** Title of the group, and what was written about it. */
const groups: ReadonlyArray<readonly [title: string, ideas: readonly string[]]> = [
  [
    'Getting to work',
    ['Bus drivers', 'Parents who share one car', 'Riders of the last bus', 'Taxi drivers', 'Vans of the churches'],
  ],
  [
    'Learning the trade',
    ['Night schools', 'The community college', 'Apprentices', 'Unions of welders', 'Shop teachers'],
  ],
  ['Caring for children', ['Child care centers', 'Grandparents', 'Single mothers', 'Kindergartens']],
  ['Hiring and promoting', ['Employers on the ring road', 'Small shops', 'The hospital', 'Warehouse owners']],
  ['Paying for it', ['Foundations', 'The county budget', 'Banks of the region', 'Taxpayers']],
  ['Making the rules', ['The mayor', 'The transit board', 'Zoning commission', 'State labor office']],
  ['Living with it', ['Young people without a job', 'People with a record', 'Tenants far out', 'Night shift workers']],
];

export const room = {
  goal: '90 percent of our region’s adults are in good work by 2036.',
  wordings: ['90 percent of adults in work', 'Good work, not just any', 'For the whole region, by 2036'],
  groups,
  titles: groups.map(([title]) => title),
  ideas: groups.flatMap(([, ideas]) => ideas),
  essential: ['Getting to work', 'Caring for children', 'Hiring and promoting'],
  actions: ['Ask the council who decides on bus lines', 'Invite the bank to the table'],
  reason: 'They join in spring',
  hypotheses: [
    'The last bus leaves before the late shift ends',
    'Courses start when shifts start',
    'Nobody asked the parents',
  ],
  /** written alone and taken away again before anybody saw it */
  takenAway: 'My boss does not want this',
  organizations: [
    'Riverbend Transit',
    'Riders Union',
    'Night School',
    'Welders Local 7',
    'Early Years Network',
    'Grandparents Circle',
    'Ring Road Employers',
    'County Hospital',
    'Valley Foundation',
    'Savings Bank',
    'City Hall',
    'Transit Board',
    'Second Chance',
    'Tenants of Elm Street',
  ],
  representatives: 18,
} as const;
