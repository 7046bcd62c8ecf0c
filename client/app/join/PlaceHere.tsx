/** What becomes of the place that somebody else has on this device, with the choice to take it off. */
import { useTranslation } from 'react-i18next';
import { LiveText } from '#client/ui/LiveText.tsx';
import styles from './JoinPage.module.css';
import type { TakeOver } from './useTakeOver.ts';

/** `name`: of who has the place. */
export function PlaceHere({ name, takeOver }: { readonly name: string; readonly takeOver: TakeOver }) {
  const { t } = useTranslation();
  const { mayStay, forgets, left } = takeOver;
  return (
    <>
      <p className={styles['place']}>
        <LiveText text={t(mayStay && !forgets ? 'join.tabOnly' : 'join.replaced', { name })} />
      </p>
      {mayStay && (
        <label className={styles['forget']}>
          <input type="checkbox" checked={forgets} onChange={(event) => takeOver.setForgets(event.target.checked)} />
          <span>
            {t('join.forget', { name })}
            <span className={styles['place']}>{t('join.forgetHint')}</span>
          </span>
        </label>
      )}
      {left.length > 0 && (
        <div className={styles['error']} role="alert">
          {left.map((what) => (
            <p key={what}>{t(`join.left.${what}`, { name })}</p>
          ))}
        </div>
      )}
    </>
  );
}
