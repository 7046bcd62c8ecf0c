/** Makes a wrong key a type error. */
import 'i18next';
import type { en } from './en.ts';
import type { enHome } from './enHome.ts';
import type { enImport } from './enImport.ts';
import type { enJoin } from './enJoin.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: typeof en & typeof enHome & typeof enImport & typeof enJoin };
  }
}
