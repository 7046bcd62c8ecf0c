/** From what people wrote a thing was made, never from whom; and of what people wrote, what became of it. */
import { useTranslation } from 'react-i18next';
import { useMap } from '#client/map/MapContext.ts';
import type { EntityRef } from '#client/map/Selection.ts';
import { entityName } from '#client/panels/things/entityName.ts';
import { chosenOn, madeOf } from '#client/panels/sheets/SheetActs.ts';
import { LinkList } from './LinkList.tsx';

/** Nothing for what was not made from a sheet. */
export function SourceParts({ source }: { readonly source: string }) {
  const { t } = useTranslation();
  const map = useMap();
  const [collection = '', id = ''] = source.split('/');
  if (collection !== 'ideas' && collection !== 'groups') return null;
  const sheet = chosenOn(map, [{ collection, id }])?.sheet;
  const notes = sheet
    ? collection === 'groups'
      ? (sheet.groups.find(({ group }) => group.id === id)?.notes ?? [])
      : [...sheet.groups.flatMap((one) => one.notes), ...sheet.ungrouped].filter(({ idea }) => idea.id === id)
    : [];
  const links = notes.flatMap(({ idea, merged }) =>
    [idea, ...merged].map((one) => {
      const ref = { collection: 'ideas', id: one.id } as const;
      return { ref, text: entityName(map, ref, t) };
    }),
  );
  return <LinkList title={t('sheet.wrote.title')} empty={t('sheet.wrote.nothing')} links={links} />;
}

/** Of a note or a group. */
export function BecameParts({ chosen }: { readonly chosen: EntityRef }) {
  const { t } = useTranslation();
  const map = useMap();
  const of = {
    ideas: chosen.collection === 'ideas' ? [chosen.id] : [],
    groups: chosen.collection === 'groups' ? [chosen.id] : [],
  };
  const links = madeOf(map, of).map((ref) => ({
    ref,
    text: `${t(`map.entity.${ref.collection}`)}: ${entityName(map, ref, t)}`,
  }));
  if (links.length === 0) return null;
  return <LinkList title={t('sheet.wrote.became')} empty="" links={links} />;
}
