/** Appearance and language of this device, my devices, what the server did not take, and (facilitators) the end of the board. */
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard, useRole } from '#client/board/BoardContext.ts';
import type { SetAside } from '#client/connection/copy/OfflineCopy.ts';
import { languages } from '#shared/words/languages.ts';
import { DevicesList } from '#client/panels/devices/DevicesList.tsx';
import { dayAndTime } from '#client/ui/text/moments.ts';
import { Button } from '#client/ui/Button.tsx';
import { mayDo } from '#shared/wire/roles.ts';
import { SetAsideActions } from '#client/app/notices/SetAsideActions.tsx';
import { DeleteBoard } from './DeleteBoard.tsx';
import { letterSizes, themes } from '#client/app/Preferences.ts';
import type { Theme } from '#client/app/Preferences.ts';
import { useServices } from '#client/app/Services.ts';
import styles from './SettingsPanel.module.css';
import { useChoices } from '#client/app/useChoices.ts';

export function SettingsPanel() {
  const { t } = useTranslation();
  const { preferences } = useServices();
  const { screen } = useBoard();
  const isLeading = mayDo(useRole(), 'administer');
  const choices = useChoices();
  const id = useId();
  const names: Record<Theme, string> = {
    system: t('settings.themeSystem'),
    light: t('settings.themeLight'),
    dark: t('settings.themeDark'),
    contrast: t('settings.themeContrast'),
  };
  return (
    <div className={styles['settings']}>
      <fieldset className={styles['group']}>
        <legend>{t('settings.theme')}</legend>
        <div className={styles['themes']}>
          {themes.map((theme) => (
            <label key={theme} className={styles['theme']}>
              <input
                type="radio"
                name={`${id}-theme`}
                checked={choices.theme === theme}
                onChange={() => preferences.change({ theme })}
              />
              {names[theme]}
            </label>
          ))}
        </div>
      </fieldset>
      <Letters />
      {languages.length > 1 && (
        <label className={styles['group']}>
          <span className={styles['label']}>{t('settings.language')}</span>
          <select
            className={styles['select']}
            value={choices.language}
            onChange={(event) => {
              preferences.change({ language: event.target.value });
            }}
          >
            {languages.map((one) => (
              <option key={one} value={one} lang={one}>
                {new Intl.DisplayNames(one, { type: 'language' }).of(one)}
              </option>
            ))}
          </select>
        </label>
      )}
      <DevicesList />
      <SetAsideList />
      {isLeading && (
        <Button className={styles['start']} onClick={() => screen.open('room')}>
          {t('room.open')}
        </Button>
      )}
      {isLeading && <DeleteBoard />}
    </div>
  );
}

/** How large the words of the page are; what stands on the canvas is brought nearer instead. */
function Letters() {
  const { t } = useTranslation();
  const { preferences } = useServices();
  const choices = useChoices();
  const id = useId();
  return (
    <fieldset className={styles['group']}>
      <legend>{t('settings.letters')}</legend>
      <div className={styles['letters']}>
        {letterSizes.map((letters) => (
          <label key={letters} className={styles['theme']}>
            <input
              type="radio"
              name={id}
              checked={choices.letters === letters}
              onChange={() => preferences.change({ letters })}
            />
            {t(`settings.lettersOf.${letters}`)}
          </label>
        ))}
      </div>
      <p className={styles['hint']}>{t('settings.lettersHint')}</p>
    </fieldset>
  );
}

function SetAsideList() {
  const { t, i18n } = useTranslation();
  const { connection } = useBoard();
  const { report } = useServices();
  const [entries, setEntries] = useState<readonly SetAside[]>([]);
  useEffect(() => {
    connection.setAside.list().then(setEntries).catch(report);
  }, [connection, report]);
  if (entries.length === 0) return null;
  return (
    <section className={styles['group']}>
      <h3 className={styles['label']}>{t('settings.setAsideTitle')}</h3>
      <p className={styles['hint']}>{t('settings.setAsideHint')}</p>
      {entries.map((entry) => (
        <div key={entry.id} className={styles['entry']}>
          <span>{dayAndTime(entry.at, i18n.language)}</span>
          <SetAsideActions entry={entry} onPut={() => setEntries((all) => all.filter((one) => one.id !== entry.id))} />
          <Button
            look="plain"
            onClick={() => {
              setEntries((all) => all.filter((one) => one.id !== entry.id));
              connection.setAside.remove(entry.id).catch(report);
            }}
          >
            {t('common.remove')}
          </Button>
        </div>
      ))}
    </section>
  );
}
