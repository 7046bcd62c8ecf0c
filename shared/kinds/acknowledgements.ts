/** A finding that the group accepted. `seen` is the finding's data then: when they change, it comes back. */
import * as v from 'valibot';
import { acknowledgementId } from './ids.ts';
import { common, day, Id, name, textOrEmpty } from './fields.ts';
import { kind } from './Kind.ts';

export const acknowledgements = kind(
  v.object({
    id: v.pipe(v.string(), v.minLength(1), v.maxLength(300)),
    ...common,
    rule: Id,
    subject: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
    reason: name(),
    date: day(),
    session: name(),
    seen: v.nullish(v.pipe(v.string(), v.maxLength(2000)), ''),
  }),
  {
    name: null,
    commands: 'own',
    group: 'actions',
    standsAlone: ['texts', 'remove'],
    uniqueBy: ['rule', 'subject'],
    file: {
      derived: ['id'],
      idOf: (entity) => acknowledgementId(textOrEmpty(entity['rule']), textOrEmpty(entity['subject'])),
    },
    silent: ['seen'],
  },
);
