/**
 * What this page says in plain letters though every word of its language is accented: words that are not in the catalog. Each once,
 * without `own`, which stay as they are: the words of people. Runs in jsdom and, handed to it, in a browser.
 */
export function plainWords(own: readonly string[]): readonly string[] {
  const attributes = ['aria-label', 'aria-description', 'aria-roledescription', 'title', 'placeholder', 'alt'];
  const unread = 'script, style, noscript, [hidden]';
  const found = new Set<string>([document.title]);
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode())
    if (!text.parentElement?.closest(unread)) found.add(text.nodeValue?.trim() ?? '');
  for (const element of document.body.querySelectorAll('*'))
    for (const name of attributes) if (!element.closest(unread)) found.add(element.getAttribute(name) ?? '');
  const plain = /[a-zA-Z]{2,}/;
  const longFirst = [...own].sort((one, other) => other.length - one.length);
  /** Rules, codes for the room, files and addresses are called the same everywhere. */
  const names = /\b([A-Z]{2,5}-\d+|[0-9A-Z]{4}-[0-9A-Z]{4}|[\w-]+\.(csv|md|pdf|json))\b|\[[0-9a-f:]+\]/g;
  return [...found].filter(
    (text) =>
      plain.test(text) &&
      plain.test(longFirst.reduce((left, word) => left.replaceAll(word, ''), text.replaceAll(names, ''))),
  );
}
