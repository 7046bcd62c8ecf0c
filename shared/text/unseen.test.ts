import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isBlank, oneLine, severalLines, withoutIgnorable, withoutUnseen } from './unseen.ts';

const zwj = '\u200d';
const zwnj = '\u200c';

describe('what nobody sees', () => {
  it.each([
    ['soft hyphen', 'A\u00adna'],
    ['zero width space', 'A\u200bna'],
    ['joiners between Latin letters', `A${zwj}n${zwnj}a`],
    ['word joiner', 'A\u2060na'],
    ['byte order mark', '\ufeffAna'],
    ['Mongolian vowel separator', 'A\u180ena'],
    ['Arabic letter mark', 'A\u061cna'],
    ['tags', 'A\u{e0041}\u{e006e}na\u{e007f}'],
    ['Hangul filler', 'A\u3164na\uffa0'],
    ['fillers of old Hangul', '\u115fAn\u1160a'],
    ['grapheme joiner', 'An\u034fa'],
    ['inherent vowels of Khmer', 'A\u17b4na\u17b5'],
    ['variation selectors', 'A\ufe0fn\ufe00a\u{e0100}'],
    ['overrides', '\u202eAna\u202c'],
    ['isolates', '\u2067A\u2069na\u2068'],
    ['direction marks', 'A\u200ena\u200f'],
    ['annotations', 'A\ufff9n\ufffba'],
    ['controls', 'A\u0007n\u0000a\u009f'],
    ['half a pair', 'A\ud800na\udc00'],
    ['noncharacters', 'A\ufdd0na\uffff'],
  ])('[TEXT-1] is taken out: %s', (_, text) => {
    expect(withoutUnseen(text)).toBe('Ana');
    expect(oneLine(text)).toBe('Ana');
  });

  it.each([
    ['Persian', `می${zwnj}خواهم`],
    ['Hindi, joined', `क्${zwj}ष`],
    ['Hindi, apart', `क्${zwnj}ष`],
    ['Sinhala', `ශ්${zwj}රී`],
    ['Malayalam', `ന്${zwj}`],
    ['a family', `👨${zwj}👩${zwj}👧${zwj}👦`],
    ['a colored flag', `🏳️${zwj}🌈`],
    ['a healer with a skin', `🧑🏽${zwj}⚕️`],
    ['a kiss', `👩🏽${zwj}❤️${zwj}💋${zwj}👨🏿`],
    ['a heart in color', '❤️'],
    ['a heart as a sign', '❤︎'],
    ['a keycap', '1️⃣'],
    ['a flag of two letters', '🇩🇪'],
    ['the flag of Wales', '🏴\u{e0067}\u{e0062}\u{e0077}\u{e006c}\u{e0073}\u{e007f}'],
    ['a variant of Han', '葛\u{e0100}城'],
    ['a variant of Mongolian', 'ᠠ\u180bᠨ'],
    ['accents', 'Ångström, Ngũgĩ, Đỗ, Ñandú'],
    ['Thai', 'สวัสดี'],
    ['Hebrew', 'שלום'],
    ['Korean', '김민수'],
  ])('[TEXT-1] what a script or a picture needs stays: %s', (_, text) => {
    expect(withoutUnseen(text)).toBe(text);
    expect(oneLine(text)).toBe(text.normalize('NFC'));
    expect(isBlank(text)).toBe(false);
  });

  it('[TEXT-1] one joiner stands between letters, not a heap of them', () => {
    expect(withoutUnseen(`می${zwnj}${zwnj}${zwj}خواهم`)).toBe(`می${zwnj}خواهم`);
    expect(withoutUnseen(`${zwnj}می`)).toBe('می');
    expect(withoutUnseen(`👨${zwj}`)).toBe('👨');
    expect(withoutUnseen('🏴\u{e0067}\u{e0062}')).toBe('🏴');
  });

  it.each([
    ['', true],
    [' \u00a0\u3000\t\n', true],
    ['\u2800\u2800', true],
    ['\u3164\u115f\uffa0', true],
    ['\u00ad\u200d\u061c\u180e\u{e0041}', true],
    ['\u0301', true],
    ['\ue000', true],
    ['.', false],
    ['⠁', false],
    ['é', false],
    [`${zwj}x`, false],
    ['\u0600', true],
    ['❤️', false],
  ])('[TEXT-2] "%s" is blank: %s', (text, isNothing) => {
    expect(isBlank(text)).toBe(isNothing);
  });

  it('[TEXT-1] lines stay lines, and one line has none', () => {
    expect(severalLines(' one\r\ntwo\u2028three\u0085four\n ')).toBe('one\ntwo\nthree\nfour');
    expect(oneLine('one\r\n\ttwo\u2800\u00a0three')).toBe('one two three');
  });

  const unicode = fc.string({ unit: 'binary', maxLength: 40 });

  it('[TEXT-1] of any text nothing of them is left, twice is as once, and what is seen stays', () => {
    fc.assert(
      fc.property(unicode, (text) => {
        for (const clean of [withoutUnseen, oneLine, severalLines]) {
          const once = clean(text);
          expect(clean(once)).toBe(once);
          expect(once).not.toMatch(/\p{Cs}/u);
          expect(once).not.toMatch(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u00ad\u180e\u3164]/u);
        }
        const signs = (one: string) =>
          [...one].filter((sign) => !/[\p{DI}\p{C}\s]|\p{Noncharacter_Code_Point}/u.test(sign)).join('');
        expect(signs(withoutUnseen(text))).toBe(signs(text));
        expect(isBlank(oneLine(text))).toBe(isBlank(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('[TEXT-1] sprinkled into a text they make no other one', () => {
    const ignorable = fc.constantFrom(
      '\u00ad',
      '\u200b',
      zwj,
      zwnj,
      '\u180e',
      '\u061c',
      '\u3164',
      '\u202e',
      '\u2060',
      '\u{e0041}',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...'Anaïs ŁÉ9.'), ignorable)), (signs) => {
        const [text, sprinkled] = [signs.map(([sign]) => sign).join(''), signs.flat().join('')];
        expect(oneLine(sprinkled)).toBe(oneLine(text));
        expect(withoutIgnorable(sprinkled)).toBe(withoutIgnorable(text));
      }),
    );
  });
});
