/** Who speaks for each interest, by kind: a chair that is taken with its number, or an empty one. */
import { useTranslation } from 'react-i18next';
import { useFindings } from '#client/map/MapContext.ts';
import { onPage, perPage } from '#client/room/shown/stops.ts';
import { useRoomFacts } from '#client/room/shown/useRoomView.ts';
import { representativeKinds } from '#shared/kinds/values.ts';
import type { BigSheet } from '#shared/wire/showing/views.ts';
import { SheetFrame, SheetNothing } from './SheetFrame.tsx';
import { Token } from './Token.tsx';
import styles from './CoverageSheet.module.css';

export function CoverageSheet({ sheet }: { readonly sheet: Extract<BigSheet, { kind: 'coverage' }> }) {
  const { t } = useTranslation();
  const { percent, coverage } = useFindings();
  const { interests } = useRoomFacts();
  const frame = { over: t('roomScreen.coverage.over'), title: t('roomScreen.coverage.title') };
  if (interests.length === 0)
    return (
      <SheetFrame {...frame}>
        <SheetNothing title={t('roomScreen.coverage.empty')} />
      </SheetFrame>
    );
  const rows = onPage(interests, sheet.page, perPage.interests);
  const number = {
    figure: t('roomScreen.coverage.percent', { percent }),
    words: t('roomScreen.coverage.percentWords'),
  };
  return (
    <SheetFrame {...frame} number={number}>
      <table className={styles['table']} data-many={rows.length > 8 || undefined}>
        <thead>
          <tr>
            <th scope="col">{t('roomScreen.coverage.interest')}</th>
            {representativeKinds.map((kind) => (
              <th key={kind} scope="col">
                {t(`map.kinds.${kind}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, title, question, isEssential }) => (
            <tr key={id}>
              <th scope="row" data-essential={isEssential || undefined}>
                <span data-now>{title || question || t('map.unnamed.interests')}</span>
              </th>
              {representativeKinds.map((kind) => {
                const count = coverage.get(id)?.counts[kind] ?? 0;
                return (
                  <td key={kind} data-none={count === 0 || undefined}>
                    <span className={styles['cell']}>
                      <Token kind={kind} isMissing={count === 0} />
                      <span data-now>{count === 0 ? t('roomScreen.coverage.none') : count}</span>
                    </span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </SheetFrame>
  );
}
