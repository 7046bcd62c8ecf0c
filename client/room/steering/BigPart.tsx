/** What can be shown large on everybody's screen, and closing it for all. */
import { useTranslation } from 'react-i18next';
import { Buttons, Part, Quiet } from '#client/facilitation/Part.tsx';
import { useWorkshop, useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { choiceText } from './choiceText.ts';
import { bigChoices, isChoice, type ViewChoice } from './viewChoices.ts';
import styles from './Steering.module.css';

export function BigPart({ choices }: { readonly choices: readonly ViewChoice[] }) {
  const { t } = useTranslation();
  const { ask } = useWorkshop();
  const { big } = useWorkshopState().showing;
  return (
    <Part title={t('roomScreen.steer.big')}>
      {big !== null && (
        <p role="status">{t('roomScreen.steer.bigNow', { name: t(`roomScreen.names.${big.sheet.kind}`) })}</p>
      )}
      <Buttons>
        {bigChoices(choices).map(({ sheet, title }) => {
          const isShown = big !== null && isChoice(sheet, big.sheet);
          return (
            <Button
              key={JSON.stringify(sheet)}
              className={styles['choice']}
              aria-pressed={isShown}
              onClick={() => void ask({ do: 'showBig', sheet })}
            >
              {choiceText({ view: sheet, title }, t)}
            </Button>
          );
        })}
        {big !== null && (
          <Button look="primary" onClick={() => void ask({ do: 'closeBig', at: big.at })}>
            {t('roomScreen.steer.closeBig')}
          </Button>
        )}
      </Buttons>
      <Quiet>{t('roomScreen.steer.bigHint')}</Quiet>
    </Part>
  );
}
