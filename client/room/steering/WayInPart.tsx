/** What the room is told of the way in: code and picture in the corner of its screen, and a line for the network. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Part } from '#client/facilitation/Part.tsx';
import { useWorkshop, useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { wifiLength } from '#shared/wire/showing/Showing.ts';
import styles from './Steering.module.css';

export function WayInPart() {
  const { t } = useTranslation();
  const { ask } = useWorkshop();
  const { code, wifi } = useWorkshopState().showing;
  const id = useId();
  /** what was pressed, until the server has answered */
  const [wish, setWish] = useState<boolean | null>(null);
  const wishFor = async (on: boolean): Promise<void> => {
    setWish(on);
    await ask({ do: 'showCode', on });
    setWish(null);
  };
  return (
    <Part title={t('roomScreen.steer.join')}>
      <label className={styles['check']} htmlFor={id}>
        <input id={id} type="checkbox" checked={wish ?? code} onChange={({ target }) => void wishFor(target.checked)} />
        {t('roomScreen.steer.code')}
      </label>
      <WifiForm key={wifi} wifi={wifi} />
    </Part>
  );
}

function WifiForm({ wifi }: { readonly wifi: string }) {
  const { t } = useTranslation();
  const { ask } = useWorkshop();
  const [text, setText] = useState(wifi);
  const isChanged = text.trim() !== wifi;
  return (
    <form
      className={styles['wifi']}
      onSubmit={(event) => {
        event.preventDefault();
        void ask({ do: 'setWifi', line: text, from: wifi });
      }}
    >
      <TextField
        label={t('roomScreen.steer.wifi')}
        hint={t('roomScreen.steer.wifiHint')}
        value={text}
        maxLength={wifiLength}
        autoComplete="off"
        onText={setText}
      />
      <Button type="submit" disabled={!isChanged}>
        {t('roomScreen.steer.saveWifi')}
      </Button>
    </form>
  );
}
