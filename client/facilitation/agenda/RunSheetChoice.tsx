/** Before a workshop: take one of the ready agendas, or begin with an empty one. */
import { useTranslation } from 'react-i18next';
import { Part, Quiet } from '#client/facilitation/Part.tsx';
import { useWorkshopState, useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import type { KeptAgenda } from '#shared/workshop/agendaFile.ts';
import { splitNotes } from '#shared/workshop/agendaNotes.ts';
import { runSheetsIn } from '#shared/workshop/runSheets.ts';
import { KeptAgendas } from './KeptAgendas.tsx';
import { OpenAgendaFile } from './OpenAgendaFile.tsx';
import { useBoardAgendas, useDeviceAgendas } from './useKeptAgendas.ts';
import styles from './RunSheetChoice.module.css';

export function RunSheetChoice({ onOwn }: { readonly onOwn: () => void }) {
  const { t } = useTranslation();
  const { ask } = useWorkshop();
  const { agendaVersion } = useWorkshopState();
  const [onBoard, onDevice] = [useBoardAgendas(), useDeviceAgendas()];
  const take = ({ steps }: Pick<KeptAgenda, 'steps'>): void =>
    void ask({ do: 'setAgenda', ...splitNotes(steps), from: agendaVersion });
  return (
    <Part title={t('workshop.choose.title')}>
      <Quiet>{t('workshop.choose.hint')}</Quiet>
      <div className={styles['sheets']}>
        {runSheetsIn(t).map((sheet) => (
          <button key={sheet.id} type="button" className={styles['sheet']} onClick={() => take(sheet)}>
            <span className={styles['title']}>{sheet.title}</span>
            <span className={styles['facts']}>
              {t('workshop.choose.facts', { minutes: sheet.minutes, count: sheet.steps.length })}
            </span>
            <span className={styles['summary']}>{sheet.summary}</span>
          </button>
        ))}
        <button type="button" className={styles['sheet']} onClick={onOwn}>
          <span className={styles['title']}>{t('workshop.choose.own')}</span>
          <span className={styles['summary']}>{t('workshop.choose.ownHint')}</span>
        </button>
      </div>
      <KeptAgendas title={t('workshop.kept.boardList')} keep={onBoard} onTake={take} />
      <KeptAgendas title={t('workshop.kept.deviceList')} keep={onDevice} onTake={take} />
      <OpenAgendaFile onTake={take} />
    </Part>
  );
}
