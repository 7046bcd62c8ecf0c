import { describe, expect, it } from 'vitest';
import { personColor, personColors } from './personColor.ts';

const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = (hex: string) => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

describe('personColor', () => {
  it('[DOOR-12] white text is readable on every color', () => {
    for (const color of personColors) expect(1.05 / (luminance(color) + 0.05), color).toBeGreaterThan(4.5);
  });

  it('[DOOR-12] the first 24 people have different colors, then each color is used again before any a third time', () => {
    const taken: string[] = [];
    for (let person = 0; person < 48; person += 1) taken.push(personColor(taken, 0.3));
    expect(new Set(taken.slice(0, 24)).size).toBe(24);
    expect(new Set(taken.slice(24)).size).toBe(24);
  });

  it('[DOOR-12] the next color is far from those taken', () => {
    const second = personColor(['#c22d6d'], 0);
    expect(['#c92f31', '#8b1738', '#af399e']).not.toContain(second);
    expect(personColor([], 0)).not.toBe(personColor([], 0.5));
  });
});
