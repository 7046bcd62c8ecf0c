import { describe, expect, it } from 'vitest';
import { looseForm, plainForms, scaledForms } from './cardForm.ts';
import { cardStyle, frameMeasures, plainStyles, type CardStyle } from './frameMeasures.ts';
import { textWidth } from './textWidth.ts';

const [whole, , bare, lower] = plainStyles as readonly [CardStyle, CardStyle, CardStyle, CardStyle];
const { card } = frameMeasures;
const wish = (name: string, tokenCount = 1) => ({ name, tokenCount, hasState: false });

describe('cards', () => {
  it('[FRAME-13] a name is whole in one to three lines; fewer lines make the card wider', () => {
    const forms = plainForms(wish('Riverbend Economic Development Agency'), whole);
    expect(forms.length).toBeGreaterThan(1);
    for (const [at, { lines, isCut, width }] of forms.entries()) {
      expect(lines.join(' ')).toBe('Riverbend Economic Development Agency');
      expect(lines.length).toBeLessThanOrEqual(3);
      expect(isCut).toBe(false);
      expect(width).toBeLessThan(forms[at - 1]?.width ?? Infinity);
    }
  });

  it('[FRAME-13] a card without a name has room for the words in its place, one that is not here for how far it is', () => {
    const words = { unnamed: textWidth('Name?', card.name), state: textWidth('not asked yet', card.second) };
    for (const form of plainForms(wish(''), whole)) expect(form.textWidth).toBeGreaterThan(words.unnamed);
    for (const name of ['', 'Hub'])
      for (const { textWidth: room, height } of plainForms({ name, tokenCount: 0, hasState: true }, whole)) {
        expect(room).toBeGreaterThan(words.state);
        expect(height).toBeGreaterThanOrEqual(2 * card.line);
      }
  });

  it('[FRAME-13] what is in brackets stands below the name, and goes on a full table', () => {
    const name = 'Corner Kitchens (12 family restaurants)';
    for (const { lines, second } of plainForms(wish(name), whole)) {
      expect(lines.join(' ')).toBe('Corner Kitchens');
      expect(second.join(' ')).toBe('(12 family restaurants)');
    }
    for (const { lines, second, isCut } of plainForms(wish(name), bare)) {
      expect(lines.join(' ')).toBe('Corner Kitchens');
      expect(second).toEqual([]);
      expect(isCut).toBe(true);
    }
  });

  it('[FRAME-13] on a full table first the strip goes, then the brackets, then a line; then letters get smaller', () => {
    const steps = Array.from({ length: 24 }, (_, at) => cardStyle(at));
    const first = (test: (style: CardStyle) => boolean): number => steps.findIndex(test);
    const noStrip = first(({ hasStrip }) => !hasStrip);
    const noBrackets = first(({ hasBrackets }) => !hasBrackets);
    const twoLines = first(({ mostLines }) => mostLines === 2);
    expect([noStrip, noBrackets, twoLines]).toEqual([noStrip, noStrip + 1, noStrip + 2]);
    expect(steps[noStrip - 1]?.scale).toBe(0.96);
    expect(steps.slice(0, noStrip).every(({ scale }, at) => at === 0 || scale < (steps[at - 1]?.scale ?? 0))).toBe(
      true,
    );
    expect(steps.at(-1)?.scale).toBeLessThan(0.75);
  });

  it('[FRAME-13] no line is wider than its room, whatever the name and the style', () => {
    const names = [
      'Donaudampfschifffahrtsgesellschaftskapitän und Söhne',
      'A',
      '',
      '   ',
      '(only in brackets, and very long, much too long for a card)',
      '雇用創出のための地域連携協議会と商工会議所の合同委員会',
      'x'.repeat(500),
      'one two three four five six seven eight nine ten eleven twelve thirteen',
    ];
    for (const name of names)
      for (const style of [whole, bare, lower])
        for (const { lines, second, textWidth: room, height } of plainForms(wish(name), style)) {
          expect(lines.length + second.length).toBeLessThanOrEqual(style.mostLines);
          expect(height).toBeGreaterThanOrEqual((lines.length + second.length) * frameMeasures.card.line);
          for (const line of lines) expect(textWidth(line, frameMeasures.card.name)).toBeLessThanOrEqual(room + 0.01);
        }
  });

  it('[FRAME-14] tokens stand beside the name, none on another, the surplus shares the last slot', () => {
    for (const form of plainForms(wish('Regional Workforce Board', 9), whole)) {
      expect(form.tokens).toHaveLength(6);
      expect(form.tokenOverflow).toBe(4);
      for (const [at, token] of form.tokens.entries()) {
        expect(token.x - token.size / 2).toBeGreaterThanOrEqual(form.textX + form.textWidth);
        expect(token.x + token.size / 2).toBeLessThanOrEqual(form.width);
        for (const other of form.tokens.slice(at + 1))
          expect(Math.max(Math.abs(other.x - token.x), Math.abs(other.y - token.y))).toBeGreaterThan(token.size);
      }
    }
    expect(looseForm(wish('Bank', 2), whole).tokenOverflow).toBe(0);
  });

  it('[FRAME-14] the first token changes nothing of the card', () => {
    const sizes = (count: number) =>
      plainForms(wish('Regional Workforce Board', count), whole).map(({ width }) => width);
    expect(sizes(1)).toEqual(sizes(0));
  });

  it('[FRAME-13] letters and all measures grow together', () => {
    const [plain] = plainForms(wish('Bank', 2), whole);
    const large = scaledForms(plain ? [plain] : [], 1.5)[0]?.content;
    expect(large?.width).toBeCloseTo((plain?.width ?? 0) * 1.5, 6);
    expect(large?.tokens[0]?.size).toBeCloseTo(frameMeasures.token.size * 1.5, 6);
  });
});
