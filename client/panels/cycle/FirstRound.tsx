/** While there is no round: what the cycle is for, and the way into the first one. */
import { useTranslation } from 'react-i18next';
import { useBoardMap, useReadOnly } from '#client/map/MapContext.ts';
import { useCommands } from '#client/map/useCommands.ts';
import { useWhyNot } from '#client/map/useWhyNot.ts';
import { Button } from '#client/ui/Button.tsx';
import styles from './CyclePanel.module.css';

export function FirstRound() {
  const { t } = useTranslation();
  const readOnly = useReadOnly();
  const whyNot = useWhyNot()('iterations', null, null);
  const { selection } = useBoardMap();
  const { run } = useCommands();
  const start = (): void => {
    const done = run([{ type: 'startRound', fields: {} }], t('cycle.panel.started', { number: 1 }));
    if (done.ok) requestAnimationFrame(() => selection.reveal({ collection: 'iterations', id: done.id }));
  };
  return (
    <div className={styles['panel']}>
      <p>{t('cycle.panel.invitation')}</p>
      {readOnly || whyNot !== null ? (
        <p className={styles['quiet']}>
          {t('cycle.panel.nobody')} {whyNot !== null && t(`map.refused.${whyNot}`)}
        </p>
      ) : (
        <Button look="primary" onClick={start}>
          {t('cycle.panel.startFirst')}
        </Button>
      )}
    </div>
  );
}
