/** Deletes the board for everybody, after its name was typed: nothing brings it back. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useBoard, useConnected } from '#client/board/BoardContext.ts';
import type { Failure } from '#client/connection/api/failureOf.ts';
import { copyDisk, deleteCopy } from '#client/connection/copy/copyDisk.ts';
import { askedOwner, useOwner } from '#client/panels/people/useOwner.ts';
import { Button } from '#client/ui/Button.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { nameKey } from '#shared/map/nameKey.ts';
import { useServices } from '#client/app/Services.ts';
import styles from './SettingsPanel.module.css';

export function DeleteBoard() {
  const { t } = useTranslation();
  const { visited, report } = useServices();
  const { id, person, server } = useBoard();
  const { title } = useConnected();
  const [, navigate] = useLocation();
  const [state, setState] = useState<'closed' | 'asking' | 'busy'>('closed');
  const [typed, setTyped] = useState('');
  const [failed, setFailed] = useState<Failure | null>(null);
  const { owner } = useOwner();
  const asked = askedOwner(owner);
  const isSure = nameKey(typed) === nameKey(title);

  const remove = async (): Promise<void> => {
    setState('busy');
    setFailed(null);
    const answer = await server.deleteBoard();
    if (!answer.ok) {
      setFailed(answer.code);
      setState('asking');
      return;
    }
    visited.forget(id);
    navigate('/');
    await deleteCopy(copyDisk(), id, person);
  };

  return (
    <section className={styles['group']}>
      <h3 className={styles['label']}>{t('settings.deleteTitle')}</h3>
      <p className={styles['hint']}>{t('settings.deleteHint')}</p>
      {asked !== null ? (
        <p>{t('settings.deleteOwner', { name: asked })}</p>
      ) : state === 'closed' ? (
        <Button look="danger" className={styles['start']} onClick={() => setState('asking')}>
          {t('settings.deleteAsk')}
        </Button>
      ) : (
        <form
          className={styles['ask']}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (isSure && state !== 'busy') remove().catch(report);
          }}
        >
          <TextField
            label={t('settings.deleteLabel', { title })}
            value={typed}
            autoComplete="off"
            autoFocus
            error={failed === null ? undefined : t('settings.deleteFailed', { reason: t(`refusal.${failed}`) })}
            onText={setTyped}
          />
          <div className={styles['answers']}>
            <Button type="submit" look="danger" disabled={!isSure || state === 'busy'}>
              {state === 'busy' ? t('settings.deleting') : t('settings.deleteYes')}
            </Button>
            <Button
              look="plain"
              onClick={() => {
                setTyped('');
                setState('closed');
              }}
            >
              {t('common.cancel')}
            </Button>
          </div>
        </form>
      )}
    </section>
  );
}
