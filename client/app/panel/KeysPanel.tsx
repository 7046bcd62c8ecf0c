/** Help: how things work in a few sentences, then all keys in one list, and the switch for single letters. */
import { useTranslation } from 'react-i18next';
import { useBoard } from '#client/board/BoardContext.ts';
import { Button } from '#client/ui/Button.tsx';
import styles from './KeysPanel.module.css';
import { useServices } from '#client/app/Services.ts';
import { useChoices } from '#client/app/useChoices.ts';

const letters = [
  ['V', 'select'],
  ['H', 'hand'],
  ['D', 'draw'],
  ['E', 'eraser'],
  ['A', 'arrow'],
  ['T', 'text'],
  ['N', 'note'],
  ['U', 'raiseHand'],
  ['1 2 3', 'view'],
  ['?', 'help'],
] as const;

export function KeysPanel() {
  const { t } = useTranslation();
  const { preferences } = useServices();
  const { singleLetters } = useChoices();
  // as they are written on the keyboards of a language
  const [ctrl, shift] = [t('keys.named.ctrl'), t('keys.named.shift')];
  const command = /Mac|iPhone|iPad/u.test(navigator.userAgent) ? '⌘' : ctrl;
  const others = [
    [`${command} Z`, 'undo'],
    [`${command} ${shift} Z`, 'redo'],
    [`${command} +`, 'zoomIn'],
    [`${command} −`, 'zoomOut'],
    [`${shift} 1`, 'fit'],
    [t('keys.named.del'), 'delete'],
    [t('keys.named.esc'), 'escape'],
  ] as const;
  return (
    <div className={styles['keys']}>
      <HowItWorks />
      <h3 className={styles['heading']}>{t('keys.keysTitle')}</h3>
      <label className={styles['switch']}>
        <input
          type="checkbox"
          checked={singleLetters}
          onChange={(event) => preferences.change({ singleLetters: event.target.checked })}
        />
        <span>
          <span className={styles['switchTitle']}>{t('keys.singleLetters')}</span>
          <span className={styles['hint']}>{t('keys.singleLettersHint')}</span>
        </span>
      </label>
      <dl className={styles['list']}>
        {[...letters, ...others].map(([keys, name]) => (
          <div
            key={name}
            className={styles['row']}
            data-off={!singleLetters && letters.some(([, letter]) => letter === name)}
          >
            <dt>{t(`keys.${name}`)}</dt>
            <dd>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

const how = ['yours', 'step', 'look', 'lists', 'saved'] as const;

function HowItWorks() {
  const { t } = useTranslation();
  const { screen } = useBoard();
  return (
    <section className={styles['how']}>
      <h3 className={styles['heading']}>{t('keys.howTitle')}</h3>
      <ul>
        {how.map((one) => (
          <li key={one}>{t(`keys.how.${one}`)}</li>
        ))}
      </ul>
      <div className={styles['ways']}>
        <Button onClick={() => screen.open('yours')}>{t('keys.toYours')}</Button>
        <Button onClick={() => screen.open('settings')}>{t('keys.toSettings')}</Button>
      </div>
    </section>
  );
}
