/** One part of the table on the wall. */
import { useTranslation } from 'react-i18next';
import { Drawn } from '#client/canvas/drawn/Drawn.tsx';
import { kindSign, sectorSign } from '#shared/drawings/signs.ts';
import { representativeKinds } from '#shared/kinds/values.ts';
import { firstSign } from '#shared/report/papers/paperForms.ts';
import { dividerPath, rimPath, wedgeGround } from '#shared/drawings/rimPath.ts';
import { screenPalette, sectorColor } from '#shared/views/frame/framePalette.ts';
import { chairSide, countSize, type RoomWedge, signGap, signSide, tableShape, tileSide } from './roomTable.ts';
import styles from './TableView.module.css';

const grown = (by: number) => ({ a: tableShape.a + by, b: tableShape.b + by });

export function TableWedge({ wedge }: { readonly wedge: RoomWedge }) {
  const { t } = useTranslation();
  const { edges, interest, tiles, chairs } = wedge;
  const { isEssential, names } = interest;
  const isInvitedOnly = names.length > 0 && names.every(({ isHere }) => !isHere);
  return (
    <g>
      <path className={styles['ground']} data-invited={isInvitedOnly || undefined} d={wedgeGround(tableShape, edges)} />
      {edges.from !== null && <path className={styles['divider']} d={dividerPath(edges.from)} />}
      <path
        className={styles['rim']}
        data-essential={isEssential || undefined}
        d={rimPath(grown(0), edges.start, edges.end, 7)}
      />
      {isEssential && (
        <path className={styles['rim']} data-essential="" d={rimPath(grown(7), edges.start, edges.end, 7)} />
      )}
      {tiles.map(({ box: { x, y }, name: { organization, isHere } }) => {
        const color = sectorColor(screenPalette, organization.sector);
        return (
          <g key={organization.id}>
            <rect
              className={styles['tile']}
              style={{ ['--sector' as string]: color }}
              data-away={!isHere || undefined}
              x={x}
              y={y}
              width={tileSide}
              height={tileSide}
              rx="8"
            />
            <Drawn drawing={[sectorSign(organization.sector, x + 8, y + 8, 20, color)]} />
          </g>
        );
      })}
      <Heading wedge={wedge} />
      {representativeKinds.map((kind, at) => {
        const place = chairs[at] ?? { x: 0, y: 0 };
        const isTaken = interest.chairs[kind];
        const size = kind === 'decision_maker' ? chairSide * 1.22 : chairSide;
        const letters = isTaken ? t(`frame.letters.${kind}`) : '?';
        return (
          <Drawn
            key={kind}
            drawing={[
              kindSign({ kind, letters, ...place, size, state: isTaken ? 'present' : 'missing' }, screenPalette),
            ]}
          />
        );
      })}
    </g>
  );
}

function Heading({ wedge: { heading, interest } }: { readonly wedge: RoomWedge }) {
  const { lines, size, count, anchor } = heading;
  const share = { start: 0, middle: 0.5, end: 1 }[anchor];
  const baseline = count.y + count.height / 2 + countSize * 0.36;
  return (
    <g>
      <text className={styles['heading']} fontSize={size} data-now>
        {lines.map(({ text, x, y, width }) => (
          <tspan key={text} x={x + width * share} y={y + size * 0.9} textAnchor={anchor}>
            {text}
          </tspan>
        ))}
      </text>
      {interest.isFirst && (
        <Drawn drawing={[firstSign({ x: count.x, y: count.y + (count.height - signSide) / 2, size: signSide })]} />
      )}
      <text
        className={styles['count']}
        fontSize={countSize}
        x={interest.isFirst ? count.x + signSide + signGap : count.x + count.width * share}
        textAnchor={interest.isFirst ? 'start' : anchor}
        y={baseline}
      >
        {count.text}
      </text>
    </g>
  );
}
