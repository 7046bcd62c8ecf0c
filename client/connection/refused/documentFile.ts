/**
 * A document as a file that a person can take away: the exact Yjs update for a program, and the content in readable form
 * for a person.
 */
import * as Y from 'yjs';
import { roots } from '#shared/board/roots.ts';

export interface DocumentFileFacts {
  readonly board: string;
  readonly title: string;
  readonly at: number;
  readonly reason: string;
}

export function documentFile(update: Uint8Array, facts: DocumentFileFacts): string {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, update);
  const content = Object.fromEntries(Object.values(roots).map((name) => [name, doc.getMap(name).toJSON()]));
  doc.destroy();
  const file = {
    format: 'roundtable-document/1',
    ...facts,
    at: new Date(facts.at).toISOString(),
    content,
    update: base64(update),
  };
  return JSON.stringify(file, null, 1);
}

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return btoa(text);
}
