/** Whom this person comes for: said once, and changed where it was left open or written otherwise than on the map. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOwnPlace } from '#client/board/OwnPlace.ts';
import type { Failure } from '#client/connection/api/failureOf.ts';
import { useBoardMap, useMap } from '#client/map/MapContext.ts';
import { organizationName } from '#client/panels/things/entityName.ts';
import { Button } from '#client/ui/Button.tsx';
import { ChoiceField } from '#client/ui/fields/ChoiceField.tsx';
import { isBlank } from '#shared/text/unseen.ts';
import type { YourPlace } from './useYourPlace.ts';
import styles from './YourPart.module.css';
import { Way } from './YourSection.tsx';

export function WhomYouComeFor({ place }: { readonly place: YourPlace }) {
  const { t } = useTranslation();
  const map = useMap();
  const [isChanging, setChanging] = useState(false);
  const { said, organization } = place;
  if (isChanging || said === null)
    return <SayWhom said={said} onDone={() => setChanging(false)} mayLeave={said !== null} />;
  return (
    <section className={styles['section']} aria-label={t('yours.comesFor')}>
      <p className={styles['quiet']}>{t('yours.comesFor')}</p>
      <div className={styles['whom']}>
        {organization === null ? (
          <strong className={styles['name']}>{said}</strong>
        ) : (
          <Way to={{ collection: 'organizations', id: organization.id }}>
            <strong className={styles['name']}>{organizationName(map, organization.id, t)}</strong>
          </Way>
        )}
        <Button aria-label={t('yours.changeOrganization')} onClick={() => setChanging(true)}>
          {t('yours.change')}
        </Button>
      </div>
      {organization === null && <p className={styles['quiet']}>{t('yours.notHere', { name: said })}</p>}
    </section>
  );
}

interface SayWhomProps {
  readonly said: string | null;
  readonly mayLeave: boolean;
  readonly onDone: () => void;
}

function SayWhom({ said, mayLeave, onDone }: SayWhomProps) {
  const { t } = useTranslation();
  const map = useMap();
  const { spoken } = useBoardMap();
  const place = useOwnPlace();
  const [typed, setTyped] = useState(said ?? '');
  const [failed, setFailed] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);
  const say = async (organization: string | null): Promise<void> => {
    setBusy(true);
    const failure = await place.say(organization);
    setBusy(false);
    setFailed(failure);
    if (failure !== null) return;
    spoken.say(organization === null ? t('yours.comesForNobody') : t('yours.saved', { name: organization }));
    onDone();
  };
  return (
    <form
      className={styles['section']}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isBlank(typed)) void say(typed.trim());
      }}
    >
      <ChoiceField
        label={t('yours.which')}
        hint={t('yours.whichHint')}
        says={{ known: t('yours.known'), isNew: t('yours.isNew'), fit: (count) => t('yours.fit', { count }) }}
        choices={map.organizations.map(({ name }) => name).filter((name) => !isBlank(name))}
        value={typed}
        maxLength={120}
        onText={setTyped}
      />
      {failed !== null && (
        <p role="alert" className={styles['late']}>
          {t('yours.failed', { reason: t(`refusal.${failed}`) })}
        </p>
      )}
      <div className={styles['buttons']}>
        <Button type="submit" look="primary" disabled={isBusy || isBlank(typed)}>
          {t('yours.save')}
        </Button>
        {mayLeave && <Button onClick={() => void say(null)}>{t('yours.forNobody')}</Button>}
        {mayLeave && <Button onClick={onDone}>{t('yours.cancel')}</Button>}
      </div>
    </form>
  );
}
