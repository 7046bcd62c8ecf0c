/** Addresses of everything tldraw loads (fonts, icons, translations), all served by us. Made once: tldraw compares by identity. */
import { getAssetUrlsByImport } from '@tldraw/assets/imports.vite';

export const assetUrls = getAssetUrlsByImport();
