/** Names and version of the Yjs document of a board. The server refuses an update that touches any other root. */

/** `map`: collection name -> Y.Map(entity id -> Y.Map of fields). `canvas`: record id -> Y.Map. `meta`: `version`, `schema`. */
export const roots = { map: 'map', canvas: 'canvas', meta: 'meta' } as const;
export type RootName = (typeof roots)[keyof typeof roots];

/** Version of the document's layout. Written by the server when it creates a board; a client that meets a higher one is read-only. */
export const documentVersion = 1;
