/** Names that are the same in every language: of formats, of programs, of columns, and of languages in themselves. */
export const sameEverywhere: readonly string[] = [
  'PDF',
  'Word',
  'Markdown',
  'PNG',
  'SVG',
  'CSV',
  'JSON',
  'iCalendar',
  'Firefox',
  'Chrome',
  'Android',
  'Linux',
  'localhost',
  'organization,sector,interest,kind,role_title',
  'English',
];
