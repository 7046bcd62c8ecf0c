import { describe, expect, it } from 'vitest';
import { fitText } from './fitText.ts';
import { textWidth } from './textWidth.ts';

const room = { width: 127, maxLines: 2, fontSizes: [14, 13, 12, 11], leading: 1.2 };

describe('names in what room there is', () => {
  it('[FRAME-38] a short name keeps the largest letters and is not cut', () => {
    expect(fitText('First Valley Bank', room)).toMatchObject({ fontSize: 14, cut: false });
  });

  it('[FRAME-38] letters get smaller before anything is left out', () => {
    const fitted = fitText('Riverbend Economic Development Agency', room);
    expect(fitted.fontSize).toBeLessThan(14);
    expect(fitted.lines.join(' ')).toBe('Riverbend Economic Development Agency');
  });

  it('[FRAME-38] what is in brackets goes before the name itself is cut', () => {
    expect(fitText('Comunidad Trabajadora (Spanish-speaking workers)', room)).toMatchObject({
      lines: ['Comunidad', 'Trabajadora'],
      cut: true,
    });
  });

  it('[FRAME-38] no line is wider than its room, whatever the name', () => {
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
    for (const name of names) {
      const fitted = fitText(name, room);
      expect(fitted.lines.length).toBeLessThanOrEqual(2);
      for (const line of fitted.lines) {
        expect(textWidth(line, fitted.fontSize)).toBeLessThanOrEqual(room.width);
      }
    }
  });
});
