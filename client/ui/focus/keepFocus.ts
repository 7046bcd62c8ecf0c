/**
 * Focus is never lost when what had it goes: a form that closes itself, a card that is put away, a panel whose opener is gone. The
 * browser would give it to the page's body, where a keyboard begins from the start and a screen reader falls silent.
 */

const focusable =
  'button:not(:disabled), a[href], input:not(:disabled), select:not(:disabled), textarea:not(:disabled), summary, [tabindex]';
/** Where focus was before, so many elements back. */
const memory = 20;

/** What stood around an element, from the inside out, while it was there. */
interface Step {
  readonly element: Element;
  readonly next: Element | null;
  readonly previous: Element | null;
}

/** Watches a document until the returned function is called. */
export function keepFocus(page: Document): () => void {
  let last: { readonly element: HTMLElement; readonly around: readonly Step[] } | null = null;
  let before: readonly HTMLElement[] = [];
  let isDue = false;
  const onFocus = ({ target }: FocusEvent): void => {
    if (!(target instanceof HTMLElement) || target === page.body) return;
    last = { element: target, around: stepsOf(target) };
    before = [...before.filter((one) => one !== target && one.isConnected).slice(1 - memory), target];
  };
  const isGone = (): boolean => last !== null && (!last.element.isConnected || last.element.matches(':disabled'));
  const look = (): void => {
    isDue = false;
    const { activeElement } = page;
    const isHeld = activeElement !== null && activeElement !== page.body && activeElement !== last?.element;
    if (last === null || isHeld || !isGone()) return;
    placeFor(last.around, before, page)?.focus({ preventScroll: true });
  };
  // Whoever closes something may know the place better, and goes there first.
  const watch = new MutationObserver(() => {
    if (isDue || !isGone()) return;
    isDue = true;
    setTimeout(look);
  });
  page.addEventListener('focusin', onFocus);
  watch.observe(page.body, { childList: true, subtree: true, attributes: true, attributeFilter: ['disabled'] });
  return () => {
    page.removeEventListener('focusin', onFocus);
    watch.disconnect();
  };
}

/**
 * Gives the focus back to an element that had it. Where that was taken away meanwhile, its like may have come in its place: the
 * button of a banner that stood aside for a panel.
 */
export function giveBack(element: Element | null): void {
  if (!(element instanceof HTMLElement) || element === document.body) return;
  const name = nameOf(element);
  const like = [...document.querySelectorAll<HTMLElement>(element.tagName)].find(
    (one) => name !== '' && nameOf(one) === name && isShown(one),
  );
  (element.isConnected ? element : like)?.focus({ preventScroll: true });
}

const canvas = '.tl-container';

function stepsOf(target: Element): readonly Step[] {
  const steps: Step[] = [];
  for (let element: Element | null = target; element !== null; element = element.parentElement)
    steps.push({ element, next: element.nextElementSibling, previous: element.previousElementSibling });
  return steps;
}

/** From the inside out: where focus was before, what comes after what went, what stood before it. */
function placeFor(around: readonly Step[], before: readonly HTMLElement[], page: Document): HTMLElement | null {
  const stays = around.findIndex(({ element }, at) => at > 0 && element.isConnected);
  // What goes within the canvas (a text in place, a button on a card) leaves the keys to the canvas itself.
  const board = around.find(({ element }) => element.matches(canvas))?.element;
  if (board instanceof HTMLElement && board.isConnected) return board;
  for (const [at, { element }] of around.entries()) {
    if (at < stays) continue;
    // Further out is the whole page.
    if (element.matches('main') || element.querySelector('main') !== null) break;
    const gone = around[at - 1];
    const was = before.findLast((one) => element.contains(one) && one.matches(focusable) && isShown(one));
    const place = was ?? firstIn(gone?.next) ?? firstIn(gone?.previous) ?? firstIn(element);
    if (place) return place;
  }
  return page.querySelector<HTMLElement>(canvas) ?? firstIn(page.body);
}

function firstIn(element: Element | null | undefined): HTMLElement | null {
  if (!element?.isConnected) return null;
  const all = [element, ...element.querySelectorAll(focusable)];
  return (
    all.find((one): one is HTMLElement => one instanceof HTMLElement && one.matches(focusable) && isShown(one)) ?? null
  );
}

function isShown(element: HTMLElement): boolean {
  return element.isConnected && (element.checkVisibility?.({ visibilityProperty: true }) ?? true);
}

function nameOf(element: HTMLElement): string {
  return element.getAttribute('aria-label') ?? element.textContent.trim();
}
