/** Words in cells: yes and no, and words of closed lists, as people and spreadsheets write them. Nothing else is guessed. */

/** Also as spreadsheets of other languages write what is true. */
const yes = [
  'yes',
  'y',
  'true',
  't',
  '1',
  'x',
  '✓',
  '✔',
  '☑',
  'ja',
  'wahr',
  'oui',
  'vrai',
  'sí',
  'si',
  'verdadero',
  'vero',
  'sim',
  'verdadeiro',
];
const no = ['no', 'n', 'false', 'f', '0', '✗', '✘', '☐', 'nein', 'falsch', 'non', 'faux', 'falso', 'não', 'nao'];

/** Null when the cell says neither. */
export function readTruth(cell: string): boolean | null {
  const word = cell.trim().normalize('NFC').toLowerCase();
  return yes.includes(word) ? true : no.includes(word) ? false : null;
}

/** Letters and digits only: "Decision-Maker", "decision maker" and "decision_maker" are one. */
export function wordKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '');
}

/** Other words for the words of a list: how the pages say them, and what is in use for the same. */
const alike: Readonly<Record<string, readonly string[]>> = {
  // sectors
  business: ['private', 'private sector', 'company', 'companies', 'industry'],
  government: ['public', 'public sector', 'govt', 'gov', 'public authority'],
  nonprofit: ['not for profit', 'npo', 'ngo', 'nonprofits', 'nonprofit organization'],
  philanthropy: ['foundation', 'foundations', 'funder', 'funders', 'philanthropic'],
  labor: ['labour', 'union', 'unions', 'labor union', 'trade union'],
  community: ['residents', 'community group', 'communities'],
  // parts of the work
  practice: ['daily practice'],
  policymaking: ['policy', 'making the rules'],
  funding: ['paying for it'],
  data: ['data and evidence'],
  lived_experience: ['living with the problem'],
  // kinds
  designee: ['designees'],
  doer: ['doers'],
  decision_maker: ['decision makers', 'decider'],
  // at the table
  not_contacted: ['not contacted yet', 'not yet contacted'],
  partner: ['at the table', 'at the table (partner)', 'partners'],
  // sizes
  medium: ['medium sized', 'midsize', 'mid-sized'],
  association: ['association of many'],
  na: ['not applicable', 'does not apply'],
  // reaches
  neighborhood: ['neighbourhood'],
  nation: ['national'],
  region: ['regional'],
  // seats
  chair: ['chairperson', 'chairman', 'chairwoman'],
  co_chair: ['cochairperson'],
};

/** The word of the list that the cell means, or null. */
export function readChoice(cell: string, allowed: readonly string[]): string | null {
  const key = wordKey(cell);
  if (key === '') return null;
  return (
    allowed.find((word) => wordKey(word) === key) ??
    allowed.find((word) => Object.hasOwn(alike, word) && alike[word]?.some((other) => wordKey(other) === key)) ??
    null
  );
}

/** A whole number from 1 to 5, also as a spreadsheet formats it ("3.0", "3,00"); null when it is none. */
export function readRating(cell: string): number | null {
  const digits = /^([1-5])(?:[.,]0+)?$/.exec(cell.trim());
  return digits === null ? null : Number(digits[1]);
}
