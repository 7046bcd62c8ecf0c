/**
 * What this page says in plain letters though every word of its language is accented: words that are not in the catalog. Each once,
 * without `own`, which stay as they are: the words of people. Runs in jsdom and, handed to it, in a browser.
 */
export function plainWords(own: readonly string[]): readonly string[] {
  const attributes = ['aria-label', 'aria-description', 'aria-roledescription', 'title', 'placeholder', 'alt'];
  const plain = /[a-zA-Z]{2,}/;
  const found = new Set<string>();
  // most of a page is accented: only what is not is looked at twice
  const look = (text: string | null, element: Element | null): void => {
    if (text === null || !plain.test(text)) return;
    if (!element?.closest('script, style, noscript, [hidden]')) found.add(text.trim());
  };
  look(document.title, null);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) look(text.nodeValue, text.parentElement);
  for (const name of attributes)
    for (const element of document.body.querySelectorAll(`[${name}]`)) look(element.getAttribute(name), element);
  if (found.size === 0) return [];
  const longFirst = [...own].sort((one, other) => other.length - one.length);
  /** Rules, codes for the room, files and addresses are called the same everywhere. */
  const names = /\b([A-Z]{2,5}-\d+|[0-9A-Z]{4}-[0-9A-Z]{4}|[\w-]+\.(csv|md|pdf|json))\b|\[[0-9a-f:]+\]/g;
  return [...found].filter((text) =>
    plain.test(longFirst.reduce((left, word) => left.replaceAll(word, ''), text.replaceAll(names, ''))),
  );
}
