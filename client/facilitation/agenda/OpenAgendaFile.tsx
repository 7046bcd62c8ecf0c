/** Takes an agenda out of a file. What is wrong with it is said by step and field, and nothing of it is taken then. */
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FileDrop } from '#client/ui/FileDrop.tsx';
import { type AgendaFault, type KeptAgenda, maxAgendaFileBytes, readAgendaFile } from '#shared/workshop/agendaFile.ts';
import styles from './KeptAgendas.module.css';

/** More would not be read. */
const mostTold = 12;

/** None where the file is gone, or not to be read, since it was chosen. */
async function bytesOf(file: File): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(0, maxAgendaFileBytes + 1).arrayBuffer());
  } catch {
    return new Uint8Array();
  }
}

export function OpenAgendaFile({ onTake }: { readonly onTake: (agenda: KeptAgenda) => void }) {
  const { t } = useTranslation();
  const [faults, setFaults] = useState<readonly AgendaFault[]>([]);
  const open = async (file: File): Promise<void> => {
    // no more of it than can be an agenda
    const read = readAgendaFile(await bytesOf(file));
    setFaults(read.ok ? [] : read.faults);
    if (read.ok) onTake(read.agenda);
  };
  return (
    <>
      <FileDrop
        label={t('workshop.kept.open')}
        hint={t('workshop.kept.openHint')}
        accept=".json,application/json"
        onFile={(file) => void open(file)}
      />
      {faults.length > 0 && (
        <ul className={styles['faults']} role="alert">
          {faults.slice(0, mostTold).map((fault) => (
            <li key={JSON.stringify(fault)}>{sentenceOf(fault, t)}</li>
          ))}
          {faults.length > mostTold && <li>{t('workshop.kept.fault.more', { count: faults.length - mostTold })}</li>}
        </ul>
      )}
    </>
  );
}

function sentenceOf(fault: AgendaFault, t: TFunction): string {
  if ('field' in fault) return t(`workshop.kept.fault.${fault.fault}`, { step: fault.step, field: fault.field });
  if ('step' in fault) return t(`workshop.kept.fault.${fault.fault}`, { step: fault.step });
  return t(`workshop.kept.fault.${fault.fault}`);
}
