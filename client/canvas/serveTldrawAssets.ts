/** For Vite: puts what tldraw loads (fonts, icons, translations) into one folder of the page, in the build and while developing. */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const source = dirname(createRequire(import.meta.url).resolve('@tldraw/assets/selfHosted.js'));
const shownFolders = ['embed-icons', 'fonts', 'icons/icon', 'translations'];

/** `version` in the folder's name lets browsers keep the files for ever. */
export function serveTldrawAssets(version: string): Plugin {
  const folder = `assets/tldraw-${version}`;
  return {
    name: 'tldraw-assets',
    config: () => ({ define: { tldrawAssets: JSON.stringify(`/${folder}`) } }),
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        if (request.url?.startsWith(`/${folder}/`)) request.url = request.url.replace(`/${folder}`, `/@fs${source}`);
        next();
      });
    },
    generateBundle() {
      if (this.environment.config.consumer === 'server') return;
      for (const shown of shownFolders) {
        for (const name of readdirSync(join(source, shown))) {
          // Icons are read from one picture that holds them all.
          if (shown === 'icons/icon' && name !== '0_merged.svg') continue;
          const fileName = `${folder}/${shown}/${name}`;
          this.emitFile({ type: 'asset', fileName, source: readFileSync(join(source, shown, name)) });
        }
      }
    },
  };
}
