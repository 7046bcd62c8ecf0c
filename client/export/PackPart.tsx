/** Everything as one ZIP, for facilitators: first what of the sensitive goes with it. */
import { Package } from '#client/ui/icons/Package.tsx';
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import styles from './TakeHomePanel.module.css';
import { choices, type Choice } from './takeHomeQuery.ts';

export interface PackPartProps {
  readonly id: string;
  readonly chosen: ReadonlySet<Choice>;
  readonly onToggle: (choice: Choice) => void;
  readonly isBusy: boolean;
  readonly onTake: () => void;
}

export function PackPart({ id, chosen, onToggle, isBusy, onTake }: PackPartProps) {
  const { t } = useTranslation();
  return (
    <section className={styles['part']} aria-labelledby={`${id}-pack`}>
      <h3 id={`${id}-pack`}>{t('takeHome.packTitle')}</h3>
      <p className={styles['quiet']}>{t('takeHome.packHint')}</p>
      <fieldset className={styles['choices']}>
        <legend>{t('takeHome.choices')}</legend>
        {choices.map((one) => (
          <div key={one} className={styles['choice']}>
            <input
              id={`${id}-${one}`}
              type="checkbox"
              checked={chosen.has(one)}
              aria-describedby={`${id}-${one}-hint`}
              onChange={() => onToggle(one)}
            />
            <div>
              <label htmlFor={`${id}-${one}`}>{t(`takeHome.${one}`)}</label>
              <span id={`${id}-${one}-hint`} className={styles['quiet']}>
                {t(`takeHome.${one}Hint`)}
              </span>
            </div>
          </div>
        ))}
      </fieldset>
      <div>
        <Button look="primary" icon={<Package aria-hidden="true" />} disabled={isBusy} onClick={onTake}>
          {t('takeHome.pack')}
        </Button>
      </div>
    </section>
  );
}
