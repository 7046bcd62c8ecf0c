/** Where something goes by arrow keys: through the places of its part of the view, or with Shift from part to part. */
export type StepWay = 'next' | 'previous' | 'nextPart' | 'previousPart';
