/**
 * Addresses of everything tldraw loads (fonts, icons, translations), all served by us, in a folder that vite.config.ts copies.
 * A list with the hash of each file would be a fifth of what this page adds to tldraw. Made once: tldraw compares by identity.
 */
import { getAssetUrls } from '@tldraw/assets/selfHosted';

declare const tldrawAssets: string;

export const assetUrls = getAssetUrls({ baseUrl: tldrawAssets });
