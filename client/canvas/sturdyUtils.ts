/**
 * Shape utils that never throw where a whole page asks: tldraw looks for the outlines and fonts of all shapes of a page at once, so
 * that one record for which that fails would take the canvas with it, or the picture file. Drawing a shape has a fence of
 * tldraw's own around it, and shows in its place that it failed.
 */
import {
  Rectangle2d,
  type Editor,
  type Geometry2d,
  type ShapeUtil,
  type TLAnyShapeUtilConstructor,
} from '@tldraw/tldraw';

type AnyUtil = ShapeUtil;
type BaseUtil = abstract new (editor: Editor) => AnyUtil;

export function sturdyUtils(utils: readonly TLAnyShapeUtilConstructor[]): TLAnyShapeUtilConstructor[] {
  return utils.map(sturdy);
}

function sturdy(util: TLAnyShapeUtilConstructor): TLAnyShapeUtilConstructor {
  const Base: BaseUtil = util;
  const own: AnyUtil = Base.prototype;
  abstract class Sturdy extends Base {
    override getGeometry(...asked: Parameters<AnyUtil['getGeometry']>): Geometry2d {
      const outline = tried(() => {
        const made = own.getGeometry.apply(this, asked);
        const { x, y, w, h } = made.bounds;
        return [x, y, w, h].every(Number.isFinite) ? made : null;
      }, null);
      return outline ?? new Rectangle2d({ width: 1, height: 1, isFilled: true });
    }

    override getFontFaces(...asked: Parameters<AnyUtil['getFontFaces']>): ReturnType<AnyUtil['getFontFaces']> {
      return tried(() => super.getFontFaces(...asked), []);
    }
  }
  for (const name of ['toSvg', 'toBackgroundSvg'] as const) {
    const draw = own[name];
    // tldraw asks whether there is one
    if (draw !== undefined) Sturdy.prototype[name] = drawnOrLeftOut(draw);
  }
  return Sturdy as unknown as TLAnyShapeUtilConstructor;
}

function drawnOrLeftOut(draw: NonNullable<AnyUtil['toSvg']>): NonNullable<AnyUtil['toSvg']> {
  return async function drawn(this: AnyUtil, ...asked) {
    try {
      return await draw.apply(this, asked);
    } catch {
      return null;
    }
  };
}

function tried<T>(run: () => T, otherwise: T): T {
  try {
    return run();
  } catch {
    return otherwise;
  }
}
