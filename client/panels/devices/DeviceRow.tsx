/** One device in the list: what it is, when it was used, and its end, which asks first. */
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import { dayAndTime } from '#client/ui/text/moments.ts';
import type { Devices } from '#shared/wire/devices.ts';
import { Question } from '#client/ui/messages/Question.tsx';
import styles from './DevicesList.module.css';

/** Moments are known to the hour. */
const nowMs = 3_600_000;

export interface DeviceRowProps {
  readonly device: Devices['devices'][number];
  readonly now: number;
  readonly isAsking: boolean;
  readonly onAsk: (isAsked: boolean) => void;
  readonly onEnd: () => void;
}

export function DeviceRow({ device, now, isAsking, onAsk, onEnd }: DeviceRowProps) {
  const { t, i18n } = useTranslation();
  const { browser, system } = device.kind;
  const name =
    browser !== null && system !== null
      ? t('settings.devices.on', { browser, system })
      : (browser ?? system ?? t('settings.devices.unknown'));
  const seen =
    now - device.seenAt < nowMs
      ? t('settings.devices.now')
      : t('settings.devices.seen', { moment: dayAndTime(device.seenAt, i18n.language) });
  return (
    <li>
      <div className={styles['row']}>
        <span className={styles['words']}>
          <span className={styles['name']}>{name}</span>
          <span className={styles['hint']}>{device.isThis ? t('settings.devices.here') : seen}</span>
        </span>
        {!device.isThis && (
          <Button aria-label={t('settings.devices.endNamed', { device: name })} onClick={() => onAsk(true)}>
            {t('settings.devices.end')}
          </Button>
        )}
      </div>
      {isAsking && (
        <Question
          question={t('settings.devices.endAsk', { device: name })}
          yes={t('settings.devices.endYes')}
          onYes={onEnd}
          onCancel={() => onAsk(false)}
        />
      )}
    </li>
  );
}
