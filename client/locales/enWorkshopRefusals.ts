/** Why the server did not do what somebody asked of the running workshop; joined to `refusal` of `en.ts`. */
export const enWorkshopRefusals = {
  'owner-only': 'Only the owner of the board can do this.',
  'owner-stays': 'The owner stays a facilitator. The board has to be handed over to another facilitator first.',
  'owner-facilitates': 'A board is handed over to a facilitator. Make this person one first.',
  'step-unknown': 'This step is not in the agenda any more.',
  'step-running': 'The step that runs now must stay in the agenda.',
  'step-moved': 'Somebody else went to another step just now. Look again.',
  'agenda-moved':
    'Somebody else changed the agenda meanwhile. Both changes are in your list now; look at it and save again.',
  'timer-there': 'A clock is there already. Add time to it, or put it away first.',
  'ready-there': 'Somebody else is asking already. End that question first.',
  'name-moved': 'Somebody else changed this name meanwhile. Save again if yours shall stand.',
  'rating-moved': 'Another facilitator rated this meanwhile. Look again.',
  'step-twice': 'Two steps of the agenda have the same id.',
  'no-workshop': 'No workshop is running. Start with a step of the agenda.',
  'last-step': 'This is the last step. End the workshop when you are done.',
  'first-step': 'This is the first step.',
  'no-timer': 'No clock is running. Start one first.',
  'no-ready-check': 'Nobody is asking who is ready any more.',
  'too-many-locks': 'This many single things cannot be locked. Lock the whole board instead.',
  'last-facilitator': 'The board needs a facilitator. Make somebody else one first.',
  'role-moved': 'The role of this person was changed meanwhile. Look again.',
} as const;
