/** Where in the source a control that stands on the page was written, read from what React keeps of it while developing. */

const ownerKey = '_debugOwner';
const stackKey = '_debugStack';

/** What React notes beside an element of the page. */
interface Fiber {
  readonly type: unknown;
  readonly return: Fiber | null;
  readonly memoizedProps: Readonly<Record<string, unknown>> | null;
  readonly [ownerKey]: Fiber | null;
  readonly [stackKey]: { readonly stack?: string } | null;
}

const handlers = ['onClick', 'onSubmit', 'onSelect'];
/** Shared controls are written once and used everywhere; so many owners tell one use from another. */
const owners = 4;

/** file:line:column of each element around this one (itself too) that takes a press. */
export function pressedPlaces(element: Element): readonly string[] {
  const places: string[] = [];
  for (let fiber = fiberOf(element); fiber !== null; fiber = fiber.return)
    if (handlers.some((name) => typeof fiber?.memoizedProps?.[name] === 'function')) places.push(placeOf(fiber));
  return places;
}

/** The same for the same control of another row; another one for another use of a shared part. */
export function controlKey(element: Element): string {
  const places: string[] = [];
  let fiber = fiberOf(element);
  for (let level = 0; fiber !== null && level <= owners; level += 1, fiber = fiber[ownerKey]) {
    const place = placeOf(fiber);
    if (place !== '' && !places.includes(place)) places.push(place);
  }
  return places.join(' < ');
}

function fiberOf(element: Element): Fiber | null {
  const name = Object.keys(element).find((key) => key.startsWith('__reactFiber$'));
  return name === undefined ? null : (Reflect.get(element, name) as Fiber);
}

/** The first line of the element's stack that is the project's own. */
function placeOf(fiber: Fiber): string {
  return (
    /\/(client\/[^\s?:]+\.tsx)[^\s:]*:(\d+:\d+)/
      .exec(fiber[stackKey]?.stack ?? '')
      ?.slice(1, 3)
      .join(':') ?? ''
  );
}
