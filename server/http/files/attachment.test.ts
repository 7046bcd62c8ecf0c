import { describe, expect, it } from 'vitest';
import { attachment } from './attachment.ts';

const nameIn = (header: string): string => decodeURIComponent(/filename\*=UTF-8''(.+)$/.exec(header)?.[1] ?? '');

describe('names of files', () => {
  it('[EXPORT-16] keep the title in any script, with a plain one beside it', () => {
    const names: Readonly<Record<string, readonly [plain: string, whole: string]>> = {
      'Riverbend Works': ['riverbend-works', 'riverbend-works'],
      'Łódź: Żłobki — 2026': ['odz-z-obki-2026', 'łódź-żłobki-2026'],
      'नमस्ते कार्य': ['board', 'नमस्ते-कार्य'],
      雇用と地域: ['board', '雇用と地域'],
      'Τοπικό σχέδιο': ['board', 'τοπικό-σχέδιο'],
      '../../etc/passwd': ['etc-passwd', 'etc-passwd'],
      'a"b\r\nSet-Cookie: x': ['a-b-set-cookie-x', 'a-b-set-cookie-x'],
      '🎉': ['board', 'board'],
    };
    for (const [title, [plain, whole]] of Object.entries(names)) {
      const header = attachment(title, 'pack.zip');
      expect(header).toMatch(/^[\x20-\x7e]+$/);
      expect(header).toContain(`filename="${plain}-pack.zip"`);
      expect(nameIn(header)).toBe(`${whole}-pack.zip`);
    }
    expect(nameIn(attachment('雇'.repeat(60), 'x.md'))).toBe(`${'雇'.repeat(60)}-x.md`);
    expect(nameIn(attachment('雇'.repeat(61), 'x.md'))).toBe(`${'雇'.repeat(60)}-x.md`);
  });
});
