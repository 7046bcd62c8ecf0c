/** What a board can start from. One list for the picker, the server and the tests. */

export interface Template {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
}

const blank: Template = {
  id: 'blank',
  title: 'Blank board',
  summary: 'An empty canvas. What result, for whom, where, by when?',
};

/** In the order in which the picker shows them. */
export function listTemplates(): readonly Template[] {
  return [blank];
}
