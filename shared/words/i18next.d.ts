/** Makes a wrong key a type error. */
import 'i18next';
import type { Words } from './Words.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'translation';
    resources: { translation: Words };
  }
}
