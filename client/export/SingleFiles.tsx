/** Each file alone, by what it is; the same thing in several formats stands in one row. */
import { Download } from '#client/ui/icons/Download.tsx';
import { useTranslation } from 'react-i18next';
import { useCanvas } from '#client/board/BoardContext.ts';
import { useBoardMap } from '#client/map/MapContext.ts';
import { dayAndTime } from '#client/ui/text/moments.ts';
import { Button } from '#client/ui/Button.tsx';
import {
  isForFacilitators,
  takeHomeFiles,
  takeHomeNames,
  type TakeHomeGroup,
  type TakeHomeName,
  type TakeHomeThing,
} from '#shared/wire/export.ts';
import { statedPicture } from './statedPicture.ts';
import styles from './TakeHomePanel.module.css';
import type { Taking } from './useTaking.ts';

const groups = ['reports', 'pictures', 'tables', 'board'] as const satisfies readonly TakeHomeGroup[];

/** What of a group this person may take, each thing with the files it comes as. */
function offersOf(group: TakeHomeGroup, isFacilitator: boolean): ReadonlyMap<TakeHomeThing, readonly TakeHomeName[]> {
  const offers = new Map<TakeHomeThing, TakeHomeName[]>();
  for (const file of takeHomeNames) {
    const { group: its, thing } = takeHomeFiles[file];
    if (its !== group || (isForFacilitators(file) && !isFacilitator)) continue;
    offers.set(thing, [...(offers.get(thing) ?? []), file]);
  }
  return offers;
}

export interface SingleFilesProps {
  readonly id: string;
  readonly isFacilitator: boolean;
  readonly taking: Taking;
  readonly queryFor: (file: string) => string;
}

export function SingleFiles({ id, isFacilitator, taking, queryFor }: SingleFilesProps) {
  const { t } = useTranslation();
  const isBusy = taking.busy !== null;
  return (
    <section className={styles['part']} aria-labelledby={`${id}-single`}>
      <h3 id={`${id}-single`}>{t('takeHome.singleTitle')}</h3>
      {groups.map((group) => {
        const offers = [...offersOf(group, isFacilitator)];
        if (offers.length === 0) return null;
        return (
          <div key={group} className={styles['group']}>
            <h4>{t(`takeHome.groups.${group}`)}</h4>
            <ul>
              {offers.map(([thing, files]) => (
                <FileRow
                  key={thing}
                  name={t(`takeHome.files.${thing}`)}
                  formats={files.map((file) => ({
                    format: formatOf(file),
                    take: () => taking.take(file, queryFor(file)),
                  }))}
                  isBusy={isBusy}
                />
              ))}
              {group === 'pictures' && <ThisPageRow taking={taking} />}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

/** This page with its drawings, as it is seen here: made on the device. */
function ThisPageRow({ taking }: { readonly taking: Taking }) {
  const { t, i18n } = useTranslation();
  const { boardMap } = useBoardMap();
  const canvas = useCanvas();
  const thisPage = async (format: 'png' | 'svg'): Promise<Blob | null> => {
    const picture = await canvas.picture(format);
    const title = boardMap.map().partnership.name.trim() || t('takeHome.files.canvas');
    const description = t('takeHome.state', momentNow(i18n.language));
    return picture && statedPicture(picture, { title, description });
  };
  return (
    <FileRow
      name={t('takeHome.files.canvas')}
      formats={(['png', 'svg'] as const).map((format) => ({
        format: format.toUpperCase(),
        take: () => taking.takeOwn(`board.${format}`, () => thisPage(format)),
      }))}
      isBusy={taking.busy !== null}
    />
  );
}

/** Day and clock of this device, and its zone. */
function momentNow(language: string): { readonly moment: string; readonly zone: string } {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return { moment: dayAndTime(Date.now(), language, 'long'), zone: timeZone };
}

const words: Readonly<Record<string, string>> = { docx: 'Word', md: 'Markdown', ics: 'iCalendar' };

function formatOf(file: string): string {
  const ending = file.slice(file.lastIndexOf('.') + 1);
  return words[ending] ?? ending.toUpperCase();
}

interface FileRowProps {
  readonly name: string;
  readonly formats: readonly { readonly format: string; readonly take: () => void }[];
  readonly isBusy: boolean;
}

function FileRow({ name, formats, isBusy }: FileRowProps) {
  const { t } = useTranslation();
  return (
    <li className={styles['row']}>
      <span>{name}</span>
      <span className={styles['formats']}>
        {formats.map(({ format, take }) => (
          <Button
            key={format}
            icon={<Download aria-hidden="true" />}
            aria-label={t('takeHome.take', { name, format })}
            disabled={isBusy}
            onClick={take}
          >
            {format}
          </Button>
        ))}
      </span>
    </li>
  );
}
