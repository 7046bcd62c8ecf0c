/** The way in for a whole room: the picture first, then the address and the code, who is here, and what is recorded. */
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useConnected, usePeople } from '#client/board/BoardContext.ts';
import { useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { QrCode } from '#client/ui/QrCode.tsx';
import { useWayIn } from '#client/room/useWayIn.ts';
import type { WayInNow } from '#shared/wire/http.ts';
import styles from './JoinSheet.module.css';

export function JoinSheet() {
  const { t } = useTranslation();
  const { title } = useConnected();
  const { showing } = useWorkshopState();
  const found = useWayIn();
  const here = usePeople().filter(({ state }) => state === 'here').length;
  const way = found === null || found === 'failed' ? null : found;
  const link = way?.link ?? null;
  return (
    <section className={styles['join']} aria-label={t('roomScreen.join.title')}>
      <header className={styles['head']}>
        <strong>{title}</strong>
      </header>
      <div className={styles['field']} data-empty={link === null || undefined}>
        {link !== null && <QrCode text={link} label={t('roomScreen.scan', { address: way?.address ?? '' })} />}
        {link === null && <p>{problemOf(found, t)}</p>}
      </div>
      <div className={styles['words']}>
        <h2 className={styles['title']}>{t('roomScreen.join.title')}</h2>
        {link !== null && <p className={styles['camera']}>{t('roomScreen.join.camera')}</p>}
        {way !== null && way.code !== null && <Typed way={way} code={way.code} />}
        <p className={styles['quiet']}>{t('roomScreen.join.noAccount')}</p>
        <p className={styles['second']} lang={t('roomScreen.join.secondLanguage')}>
          {t('roomScreen.join.second')}
        </p>
        {showing.wifi !== '' && <p className={styles['wifi']}>{t('roomScreen.join.wifi', { line: showing.wifi })}</p>}
        <p className={styles['here']}>
          <strong>{here}</strong> <span>{t('roomScreen.join.here', { count: here })}</span>
        </p>
      </div>
      <p className={styles['recorded']}>{t('roomScreen.join.recorded')}</p>
    </section>
  );
}

function Typed({ way, code }: { readonly way: WayInNow; readonly code: string }) {
  const { t } = useTranslation();
  const { address } = way;
  return (
    <div className={styles['typed']}>
      {address === null ? (
        <p>{t('roomScreen.join.code')}</p>
      ) : (
        <>
          <p>{t('roomScreen.join.noCamera')}</p>
          {/* it shrinks and never breaks: who types it reads it in one go */}
          <p className={styles['address']} style={{ ['--letters' as string]: address.length }} data-now>
            {address}
          </p>
          <p>{t('roomScreen.join.typeCode')}</p>
        </>
      )}
      <p className={styles['code']} data-now>
        {code}
      </p>
    </div>
  );
}

function problemOf(found: WayInNow | 'failed' | null, t: TFunction): string {
  if (found === null) return t('roomScreen.join.reading');
  if (found === 'failed' || found.lacking === 'hidden') return t('roomScreen.join.failed');
  return t(found.lacking === 'closed' ? 'roomScreen.join.closed' : 'roomScreen.join.noAddress');
}
