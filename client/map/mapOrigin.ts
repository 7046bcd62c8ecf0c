/** Marks the transactions of map commands, so that the common undo of canvas and map takes them back (UNDO-1). */
export const mapOrigin: object = Object.freeze({ name: 'map command' });

/** As the canvas binding takes it: one list for the life of the page. */
export const mapOrigins: readonly object[] = Object.freeze([mapOrigin]);
