/** English texts of the panel of actions and parking lot. */
export const enActions = {
  title: 'Actions',
  open: 'To do',
  closed_one: '{{count}} done or dropped',
  closed_other: '{{count}} done or dropped',
} as const;
