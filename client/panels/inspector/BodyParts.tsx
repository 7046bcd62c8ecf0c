/** Who has a seat in a body. */
import { useTranslation } from 'react-i18next';
import { useMap } from '#client/map/MapContext.ts';
import { entityName } from '#client/panels/things/entityName.ts';
import { KindMark } from '#client/ui/KindMark.tsx';
import { LinkList } from './LinkList.tsx';

export function BodyParts({ body }: { readonly body: string }) {
  const { t } = useTranslation();
  const map = useMap();
  const links = map.seats
    .filter((seat) => seat.body_id === body)
    .map((seat) => {
      const kind = map.representatives.find((one) => one.id === seat.representative_id)?.kind;
      const ref = { collection: 'seats', id: seat.id } as const;
      const text = [entityName(map, ref, t), t(`map.value.${seat.seat_role}`)].join(' · ');
      return { ref, text, sign: kind && <KindMark kind={kind} isSpoken /> };
    });
  return <LinkList title={t('map.structure.bodySeats')} empty={t('map.structure.noSeats')} links={links} />;
}
