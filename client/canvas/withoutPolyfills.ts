/** For Vite: leaves out what tldraw brings for browsers that know less than ES2022, since those cannot read the page at all. */
import type { Plugin } from 'vite';

/** `Array.prototype.at`, `flat` and `flatMap`, `String.prototype.at` and `replaceAll`: 116 files for five methods. */
const polyfill = /\/node_modules\/core-js\/stable\/(array\/(at|flat|flat-map)|string\/(at|replace-all))\.js$/;

export function withoutPolyfills(): Plugin {
  return {
    name: 'without-polyfills',
    apply: 'build',
    load: (id) => (polyfill.test(id) ? '' : null),
  };
}
