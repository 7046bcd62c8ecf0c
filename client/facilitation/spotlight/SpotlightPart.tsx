/** Bring everyone here: asked or taken along, led by oneself or by somebody else. */
import { Megaphone } from '#client/ui/icons/Megaphone.tsx';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCanvas, usePeople } from '#client/board/BoardContext.ts';
import { Buttons, Part, Quiet } from '#client/facilitation/Part.tsx';
import { useWorkshopState, useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import styles from './SpotlightPart.module.css';

export function SpotlightPart() {
  const { t } = useTranslation();
  const people = usePeople();
  const canvas = useCanvas();
  const { me, ask } = useWorkshop();
  const { spotlight } = useWorkshopState();
  const [isFirm, setFirm] = useState(false);
  const leader = people.find((person) => person.id === spotlight?.person);
  const others = people.filter((person) => !person.isMe && person.state !== 'gone' && person.role !== 'observer');
  const bring = (person: string): void => {
    const place = person === me ? canvas.place() : null;
    const leading = people.find((one) => one.id === person);
    if (leading !== undefined) void ask({ do: 'spotlight', person: leading.id, firm: isFirm, place });
  };
  return (
    <Part title={t('workshop.spotlight.title')}>
      {spotlight !== null && (
        <Quiet>
          {spotlight.person === me
            ? t('workshop.spotlight.youLead')
            : t('workshop.spotlight.leads', { name: leader?.name ?? t('workshop.spotlight.somebody') })}
        </Quiet>
      )}
      <label className={styles['firm']}>
        <input type="checkbox" checked={isFirm} onChange={(event) => setFirm(event.target.checked)} />
        <span>
          {t('workshop.spotlight.firm')}
          <small>{t('workshop.spotlight.firmHint')}</small>
        </span>
      </label>
      <Buttons>
        <Button icon={<Megaphone aria-hidden="true" />} onClick={() => bring(me)}>
          {t('workshop.spotlight.bring')}
        </Button>
        {spotlight !== null && (
          <Button onClick={() => void ask({ do: 'endSpotlight', at: spotlight.at })}>
            {t('workshop.spotlight.end')}
          </Button>
        )}
      </Buttons>
      {others.length > 0 && (
        <label className={styles['handOver']}>
          {t('workshop.spotlight.handOver')}
          <select value="" onChange={(event) => bring(event.target.value)}>
            <option value="" disabled>
              {t('workshop.spotlight.choose')}
            </option>
            {others.map((person) => (
              <option key={person.id} value={person.id}>
                {person.name}
              </option>
            ))}
          </select>
        </label>
      )}
    </Part>
  );
}
