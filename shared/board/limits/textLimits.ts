/** How long a text on a board may be, for whoever asks before it is written. */

/** Letters of one text of the canvas, or of one long text of the map as it stands in the document. */
export const maxRecordText = 20_000;
