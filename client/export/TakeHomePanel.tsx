/** What of the board can be taken home: everything as one ZIP, each file alone, and this page with its drawings. */
import { Download } from '#client/ui/icons/Download.tsx';
import { Package } from '#client/ui/icons/Package.tsx';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCanvas, useRole } from '#client/board/BoardContext.ts';
import { useBoardMap } from '#client/map/MapContext.ts';
import { dayAndTime } from '#client/ui/text/moments.ts';
import { Button } from '#client/ui/Button.tsx';
import {
  isForFacilitators,
  packFile,
  takeHomeFiles,
  takeHomeNames,
  type TakeHomeGroup,
  type TakeHomeName,
  type TakeHomeThing,
} from '#shared/wire/export.ts';
import { mayDo } from '#shared/wire/roles.ts';
import { SensitivePart } from './SensitivePart.tsx';
import { SinceChoice, useMoments } from './SinceChoice.tsx';
import { statedPicture } from './statedPicture.ts';
import styles from './TakeHomePanel.module.css';
import { useIdeas } from './useIdeas.ts';
import { useTaking, type Taking } from './useTaking.ts';

export interface TakeHomePanelProps {
  /** faults of this page, without content */
  readonly report: (fault: unknown) => void;
}

const boardFile = 'board.json';

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

const choices = ['names', 'trust', 'internal'] as const;
type Choice = (typeof choices)[number];

export function TakeHomePanel({ report }: TakeHomePanelProps) {
  const { t, i18n } = useTranslation();
  const { boardMap } = useBoardMap();
  const canvas = useCanvas();
  const id = useId();
  const taking = useTaking(report);
  const [chosen, setChosen] = useState<ReadonlySet<Choice>>(new Set());
  const isFacilitator = mayDo(useRole(), 'administer');
  const ideas = useIdeas();
  const moments = useMoments();
  const [since, setSince] = useState('');
  const queryFor = (file: string): string => {
    // The board file is a program's matter: it knows of names only.
    const used = choices.filter((one) => chosen.has(one) && (file !== boardFile || one === 'names'));
    const query = new URLSearchParams(used.map((one) => [one, '1']));
    if (file === boardFile) return query.toString();
    query.set('zone', new Intl.DateTimeFormat().resolvedOptions().timeZone);
    if (since !== '') query.set('since', since);
    return query.toString();
  };
  const thisPage = async (format: 'png' | 'svg'): Promise<Blob | null> => {
    const picture = await canvas.picture(format);
    const title = boardMap.map().partnership.name.trim() || t('takeHome.files.canvas');
    const description = t('takeHome.state', momentNow(i18n.language));
    return picture && statedPicture(picture, { title, description });
  };
  const toggle = (one: Choice): void => {
    const next = new Set(chosen);
    if (!next.delete(one)) next.add(one);
    setChosen(next);
  };
  return (
    <div className={styles['panel']}>
      <p className={styles['quiet']}>{t('takeHome.lead')}</p>
      <SensitivePart headingId={`${id}-check`} ideas={ideas} />
      <SinceChoice id={`${id}-since`} moments={moments} value={since} onChange={setSince} />
      {isFacilitator && (
        <section className={styles['part']} aria-labelledby={`${id}-pack`}>
          <h3 id={`${id}-pack`}>{t('takeHome.packTitle')}</h3>
          <p className={styles['quiet']}>{t('takeHome.packHint')}</p>
          <fieldset className={styles['choices']}>
            <legend>{t('takeHome.choices')}</legend>
            {choices.map((one) => (
              <div key={one} className={styles['choice']}>
                <input
                  id={`${id}-${one}`}
                  type="checkbox"
                  checked={chosen.has(one)}
                  aria-describedby={`${id}-${one}-hint`}
                  onChange={() => toggle(one)}
                />
                <div>
                  <label htmlFor={`${id}-${one}`}>{t(`takeHome.${one}`)}</label>
                  <span id={`${id}-${one}-hint`} className={styles['quiet']}>
                    {t(`takeHome.${one}Hint`)}
                  </span>
                </div>
              </div>
            ))}
          </fieldset>
          <div>
            <Button
              look="primary"
              icon={<Package aria-hidden="true" />}
              disabled={taking.busy !== null}
              onClick={() => taking.take(packFile, queryFor(packFile))}
            >
              {t('takeHome.pack')}
            </Button>
          </div>
        </section>
      )}
      <TakingState taking={taking} />
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
                    isBusy={taking.busy !== null}
                  />
                ))}
                {group === 'pictures' && (
                  <FileRow
                    name={t('takeHome.files.canvas')}
                    formats={(['png', 'svg'] as const).map((format) => ({
                      format: format.toUpperCase(),
                      take: () => taking.takeOwn(`board.${format}`, () => thisPage(format)),
                    }))}
                    isBusy={taking.busy !== null}
                  />
                )}
              </ul>
            </div>
          );
        })}
      </section>
    </div>
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

function TakingState({ taking }: { readonly taking: Taking }) {
  const { t } = useTranslation();
  const { busy, progress, said, failed } = taking;
  return (
    <div className={styles['state']}>
      {busy !== null && (
        <div className={styles['busy']}>
          <progress
            aria-label={t('takeHome.making')}
            max={progress?.all ?? 1}
            {...(progress === null ? {} : { value: progress.done })}
          />
          <span>{progress === null ? t('takeHome.making') : t('takeHome.progress', { ...progress })}</span>
          <Button onClick={taking.stop}>{t('takeHome.stop')}</Button>
        </div>
      )}
      <p role="status">{said}</p>
      {failed !== null && (
        <p role="alert" className={styles['problem']}>
          {failed === 'broken' || failed === 'own' ? t(`takeHome.${failed}`) : t(`refusal.${failed}`)}
        </p>
      )}
    </div>
  );
}
