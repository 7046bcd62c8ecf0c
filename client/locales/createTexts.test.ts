import { describe, expect, it } from 'vitest';
import { loadMadeUp } from '#client/testing/loadMadeUp.ts';
import { madeUpText } from '#shared/testing/madeUpWords.ts';
import { boardWords } from './boardWords.ts';
import { changeLanguage, createTexts, takeBoardTexts, takeTexts } from './createTexts.ts';

const load = loadMadeUp;

describe('texts', () => {
  it('[TEXT-4] a name from right to left keeps to its place in a sentence, and others stand as they are', async () => {
    const texts = await createTexts('en');
    takeTexts(texts, { test: { follow: 'You see what {{name}} sees.' } });
    const said = (name: string) => texts.t('test.follow', { name, defaultValue: '' });
    expect(said('دانا')).toBe('You see what \u2068دانا\u2069 sees.');
    expect(said('Dana (דנה)')).toBe('You see what \u2068Dana (דנה)\u2069 sees.');
    expect(said('Dana')).toBe('You see what Dana sees.');
    expect(said('डाना')).toBe('You see what डाना sees.');
  });

  it('[WORDS-3] numbers, days and lists stand in a sentence as its language writes them', async () => {
    const texts = await createTexts('en');
    takeTexts(texts, { test: { said: '{{count}} on {{day}} by {{names}}' } });
    const said = (lng: string) =>
      texts.t('test.said', {
        lng,
        count: 2000.5,
        day: new Date('2026-03-02T00:00:00Z'),
        names: ['Ana', 'Jordan', 'Olga'],
        defaultValue: '',
      });
    expect(said('en')).toBe('2,000.5 on Mar 2, 2026 by Ana, Jordan, Olga');
    texts.addResourceBundle('de', 'translation', { test: { said: '{{count}} am {{day}} von {{names}}' } });
    expect(said('de')).toBe('2.000,5 am 02.03.2026 von Ana, Jordan und Olga');
  });

  it('[WORDS-4] another language brings its words with the page, with the board, and when somebody chooses it', async () => {
    const texts = await createTexts('el', load);
    expect(texts.t('common.cancel')).toBe(madeUpText('Cancel'));
    await takeBoardTexts(texts, boardWords, load);
    expect(texts.t('share.title')).toBe(madeUpText('Share'));
    const other = await createTexts('en', load);
    await takeBoardTexts(other, boardWords, load);
    expect(other.t('share.title')).toBe('Share');
    await changeLanguage(other, 'el', load);
    expect([other.t('share.title'), other.t('common.cancel')]).toEqual([madeUpText('Share'), madeUpText('Cancel')]);
  });

  it('[WORDS-4] what cannot be loaded stays English', async () => {
    const texts = await createTexts('el', () => Promise.resolve(null));
    expect(texts.t('common.cancel')).toBe('Cancel');
    expect((await createTexts('el')).t('common.cancel')).toBe('Cancel');
  });
});
