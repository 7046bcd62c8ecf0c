/** The head of the report for participants, below its title, place and moment: focus, how many, how it was made. No attendance list. */
import { facts, heading, paragraph } from '../blocks.ts';
import { nextMeeting } from './actionsSection.ts';
import type { Block } from '../Report.ts';
import type { ReportContext } from '../ReportContext.ts';

const languageNames = (language: string) => new Intl.DisplayNames(language, { type: 'language', fallback: 'code' });

export function headSection({ index, words }: ReportContext): readonly Block[] {
  const { head } = words.texts;
  const { partnership, iterations } = index.map;
  const open = iterations.filter((round) => round.status === 'open').at(-1);
  const names = languageNames(words.language);
  return [
    heading(1, head.title),
    ...facts([
      [head.focus, open?.focus_question ?? null],
      [
        head.people,
        words.fill(head.peopleCount, {
          organizations: index.map.organizations.length,
          partners: index.partners.length,
          representatives: index.representatives.length,
        }),
      ],
      [head.nextMeeting, nextMeeting(index, words)],
      [head.languages, words.list(partnership.languages.map((code) => languageName(names, code)))],
    ]),
    paragraph(head.how, 'quiet'),
  ];
}

function languageName(names: Intl.DisplayNames, code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    // Boards write what they like; what is no code of a language stands as it is.
    return code;
  }
}
