/** The first file of a pack: what is in it, of which moment, and what was left out. */
import type { ReportWords } from '#shared/picture/ReportWords.ts';

export interface ReadmeFacts {
  readonly title: string;
  readonly state: string;
  readonly paths: readonly string[];
  readonly withNames: boolean;
  readonly words: ReportWords;
}

export function readmeText({ title, state, paths, withNames, words }: ReadmeFacts): string {
  const { readme, file, funders } = words.texts;
  const about: Readonly<Record<string, Readonly<Record<string, string>>>> = readme.about;
  const told = (path: string): string => {
    const [name = '', form = ''] = (path.split('/').at(-1) ?? '').split('.');
    return about[name]?.[form] ?? '';
  };
  const width = Math.max(...paths.map((path) => path.length)) + 2;
  const line = (path: string) => `  ${path.padEnd(width)}${told(path)}`;
  return [
    readme.title,
    '='.repeat(readme.title.length),
    '',
    words.fill(readme.lead, { board: title }),
    `${state}. ${file.changesMade}`,
    '',
    `${readme.files}:`,
    '',
    ...paths.map(line),
    '',
    `${readme.left}:`,
    '',
    `  - ${withNames ? file.withNames : file.noNames}`,
    `  - ${funders.ratingsLeftOut}`,
    '',
    file.toBeRemoved,
    '',
  ].join('\r\n');
}
