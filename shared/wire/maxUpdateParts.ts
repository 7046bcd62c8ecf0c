/**
 * The most parts (Yjs structs) that the server takes in one update message: a few bytes can claim millions. Not a setting, since
 * pages cut what they send by it.
 */
export const maxUpdateParts = 4_096;
