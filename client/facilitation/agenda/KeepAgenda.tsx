/** Keeps the agenda as it is now, with its notes: on this board, on this device, or in a file to take along. */
import { Download } from '#client/ui/icons/Download.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Buttons, Part, Quiet } from '#client/facilitation/Part.tsx';
import { downloadFile } from '#client/files/downloadFile.ts';
import { Button } from '#client/ui/Button.tsx';
import { LiveText } from '#client/ui/LiveText.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { isBlank } from '#shared/text/unseen.ts';
import { agendaFileName, agendaNameLength, writeAgendaFile } from '#shared/workshop/agendaFile.ts';
import { type AgendaKeep, useBoardAgendas, useDeviceAgendas } from './useKeptAgendas.ts';
import { useNotedAgenda } from './useNotes.ts';

export function KeepAgenda({ onDone }: { readonly onDone: () => void }) {
  const { t } = useTranslation();
  const noted = useNotedAgenda();
  const [onBoard, onDevice] = [useBoardAgendas(), useDeviceAgendas()];
  const [name, setName] = useState('');
  const [told, setTold] = useState('');
  const isReady = noted !== null && !isBlank(name);
  const agenda = { name: name.trim(), steps: noted?.agenda ?? [] };
  const isThere = (keep: AgendaKeep): boolean => keep.list?.some((one) => one.name === agenda.name) === true;
  const save = async (keep: AgendaKeep, where: 'board' | 'device'): Promise<void> => {
    const isDone = await keep.save(agenda);
    if (isDone) setTold(t(`workshop.kept.saved.${where}`, { name: agenda.name }));
    else if (where === 'device') setTold(t('workshop.kept.noRoom'));
  };
  return (
    <Part title={t('workshop.kept.title')}>
      <TextField label={t('workshop.kept.name')} maxLength={agendaNameLength} autoFocus value={name} onText={setName} />
      <Buttons>
        <Button look="primary" disabled={!isReady} onClick={() => void save(onBoard, 'board')}>
          {t(isThere(onBoard) ? 'workshop.kept.replaceOnBoard' : 'workshop.kept.onBoard')}
        </Button>
        <Button disabled={!isReady} onClick={() => void save(onDevice, 'device')}>
          {t(isThere(onDevice) ? 'workshop.kept.replaceOnDevice' : 'workshop.kept.onDevice')}
        </Button>
        <Button
          icon={<Download aria-hidden="true" />}
          disabled={!isReady}
          onClick={() => downloadFile(agendaFileName(agenda.name), 'application/json', writeAgendaFile(agenda))}
        >
          {t('workshop.kept.asFile')}
        </Button>
        <Button look="plain" onClick={onDone}>
          {t('sealed.putAway')}
        </Button>
      </Buttons>
      <LiveText text={told} />
      <Quiet>{t('workshop.kept.hint')}</Quiet>
    </Part>
  );
}
