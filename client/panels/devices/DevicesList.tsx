/** My devices on this board: which one this is, when each was used, and the end of one or of all others. */
import { useCallback, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard } from '#client/board/BoardContext.ts';
import type { Failure } from '#client/connection/api/failureOf.ts';
import { endDevice, listDevices } from '#client/connection/api/ownPlaces.ts';
import { Button } from '#client/ui/Button.tsx';
import type { Devices } from '#shared/wire/devices.ts';
import { Failed } from '#client/ui/messages/Failed.tsx';
import { Question } from '#client/ui/messages/Question.tsx';
import styles from './DevicesList.module.css';
import { DeviceRow } from './DeviceRow.tsx';

export function DevicesList() {
  const { t } = useTranslation();
  const { server, connection } = useBoard();
  const [devices, setDevices] = useState<Devices['devices']>([]);
  const [failed, setFailed] = useState<{ readonly at: 'failed' | 'notEnded'; readonly code: Failure } | null>(null);
  /** the device that is asked about; null: all others */
  const [asking, setAsking] = useState<string | null | undefined>(undefined);
  const [hasEnded, setEnded] = useState(false);
  const load = useCallback(
    async (isShown: () => boolean = () => true): Promise<void> => {
      const answer = await listDevices(server);
      if (!isShown()) return;
      if (answer.ok) setDevices(answer.value.devices);
      else setFailed({ at: 'failed', code: answer.code });
    },
    [server],
  );
  useEffect(() => {
    let isShown = true;
    void load(() => isShown);
    return () => {
      isShown = false;
    };
  }, [load]);
  const end = async (device: string | null): Promise<void> => {
    setAsking(undefined);
    const answer = await endDevice(server, device);
    setFailed(answer.ok ? null : { at: 'notEnded', code: answer.code });
    setEnded(answer.ok);
    await load();
  };
  const others = devices.filter(({ isThis }) => !isThis).length;
  return (
    <section className={styles['devices']}>
      <h3 className={styles['title']}>{t('settings.devices.title')}</h3>
      <p className={styles['hint']}>{t('settings.devices.hint')}</p>
      {failed !== null && (
        <Failed>{t(`settings.devices.${failed.at}`, { reason: t(`refusal.${failed.code}`) })}</Failed>
      )}
      <ul className={styles['list']}>
        {devices.map((device) => (
          <DeviceRow
            key={device.id}
            device={device}
            now={connection.workshop.now()}
            isAsking={asking === device.id}
            onAsk={(isAsked) => setAsking(isAsked ? device.id : undefined)}
            onEnd={() => void end(device.id)}
          />
        ))}
      </ul>
      {others > 1 && asking !== null && (
        <Button className={styles['all']} onClick={() => setAsking(null)}>
          {t('settings.devices.endOthers')}
        </Button>
      )}
      {asking === null && (
        <Question
          question={t('settings.devices.endOthersAsk')}
          yes={t('settings.devices.endOthersYes')}
          onYes={() => void end(null)}
          onCancel={() => setAsking(undefined)}
        />
      )}
      {hasEnded && (
        <p className={styles['done']} role="status">
          {t('settings.devices.done')}
        </p>
      )}
    </section>
  );
}
