/**
 * The frame packed for a sheet: every block of every wedge has a place, in the largest letters for which all of them have one.
 * A pure function: the same wedges and sheet give the same table.
 */
import { packFree } from './packFree.ts';
import { packWedge, spreadWedge } from './packWedge.ts';
import { wedgeEdges } from './roundedTable.ts';
import type { BlockForms, PlacedWedge, TableShape, TableWedge, WedgeEdges } from './TableLayout.ts';

/** How often the wedges are divided anew until all of them hold what is theirs. */
const rounds = 16;
/** Blocks that would cover more of the table than this never find room, however it is divided. */
const mostCovered = 0.6;
/** A wedge asks for at least this much beside what stands in it. */
const least = 900;

/** Letters of each size in `sizes`, the largest first; null where the smallest do not fit either. */
export function layoutTable<H, B>(
  shape: TableShape,
  sizes: readonly number[],
  wedgesAt: (size: number) => readonly TableWedge<H, B>[],
): { readonly size: number; readonly wedges: readonly PlacedWedge<H, B>[] } | null {
  type Found = { readonly size: number; readonly wedges: readonly PlacedWedge<H, B>[] };
  const at = (place: number): Found | null => {
    const size = sizes[place] ?? 0;
    const wedges = divide(shape, wedgesAt(size));
    return wedges === null ? null : { size, wedges };
  };
  let best = at(sizes.length - 1);
  if (best === null) return null;
  let [low, high] = [0, sizes.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = at(middle);
    if (found === null) low = middle + 1;
    else [best, high] = [found, middle];
  }
  return best;
}

/** Every wedge with what is its own. */
function divide<H, B>(shape: TableShape, wedges: readonly TableWedge<H, B>[]): readonly PlacedWedge<H, B>[] | null {
  const wedgeAt = (at: number): TableWedge<H, B> => {
    const wedge = wedges[at];
    if (wedge === undefined) throw new Error(`there is no wedge ${at}`);
    return wedge;
  };
  const packed = shareTable(shape, wedges, (edges, at) => {
    const { placed, left } = packWedge(shape, edges, wedgeAt(at), packFree);
    return { left, made: placed };
  });
  return packed?.flatMap((placed, at) => (placed === null ? [] : [spreadWedge(shape, wedgeAt(at), placed)])) ?? null;
}

/**
 * Shares by the room that each wedge needs; who lacks room gets more of it, until `make` says of all of them that nothing is
 * left over; null where it never does.
 */
export function shareTable<H, B, M>(
  shape: TableShape,
  wedges: readonly TableWedge<H, B>[],
  make: (edges: WedgeEdges, at: number) => { readonly left: number; readonly made: M },
): readonly M[] | null {
  const asked = wedges.map(
    ({ heading, blocks }) => least + areaOf(heading) * 1.3 + blocks.reduce((sum, forms) => sum + areaOf(forms), 0),
  );
  const covered = wedges.flatMap(({ heading, blocks }) => [heading, ...blocks]).map(bareAreaOf);
  if (sumOf(covered) > areaOfTable(shape) * mostCovered) return null;
  /** Shares that are thought to be enough. */
  let enough = asked.map((area) => area / sumOf(asked));
  let fewest = wedges.length;
  for (let round = 0; round < rounds; round += 1) {
    const all = sumOf(enough);
    const shares = enough.map((share) => share / all);
    const packed = wedgeEdges(shape, shares).map(make);
    const lacking = packed.filter(({ left }) => left > 0).length;
    if (lacking === 0) return packed.map(({ made }) => made);
    fewest = Math.min(fewest, lacking);
    if (wedges.length === 1 || isHopeless(round, fewest, wedges.length)) return null;
    enough = enough.map((share, at) => {
      const [given, left] = [shares[at] ?? 0, packed[at]?.left ?? 0];
      if (left === 0) return Math.min(given, share * 0.99);
      return given < share * 0.985 ? share * 1.008 : Math.max(share, given * (1.012 + left * 0.2));
    });
  }
  return null;
}

/** Where all of them lack room, or many do again and again, another division does not help. */
function isHopeless(round: number, fewest: number, count: number): boolean {
  return (round >= 1 && fewest === count) || (round >= 4 && fewest > Math.max(1, count / 6));
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

/** The room of the form that takes the least, with what is around it. */
function areaOf(forms: BlockForms<unknown>): number {
  return Math.min(...forms.map(({ width, height }) => (width + 6) * (height + 5)));
}

function bareAreaOf(forms: BlockForms<unknown>): number {
  return Math.min(...forms.map(({ width, height }) => width * height));
}

function areaOfTable({ a, b, ring }: TableShape): number {
  return 4 * a * b - Math.PI * ring ** 2;
}
