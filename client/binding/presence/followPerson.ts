/** Keeps the view on what a person sees, until one moves oneself. */
import { react, type Editor } from '@tldraw/tldraw';
import { userIdOf } from './showPresence.ts';

/** A scroll that was still rolling when following began (a trackpad's, the end of a wheel's) is not a wish to stop. */
const settlesMs = 600;
/** What the view does so soon after one's own hand moved something is one's own movement. */
const ownHandMs = 1_000;

/**
 * Starts as soon as the person is there and where they look is known; `onStop` when one's own movement ended it. A line of
 * theirs that breaks and comes back, and a view that something else set, end nothing. Returns its own undo.
 */
export function followPerson(editor: Editor, person: string, onStop: () => void): () => void {
  const user = userIdOf(person);
  const hand = watchHand();
  let isFollowing = false;
  let hasStarted = false;
  let isSettling = true;
  let hasSettlingBegun = false;
  const follow = (): void => void (isFollowing && editor.startFollowingUser(user));
  const stop = react('follow person', () => {
    const isThere = editor.getCollaborators().some(({ userId, camera }) => userId === user && camera !== null);
    const followed = editor.getInstanceState().followingUserId;
    if (!isThere) {
      // Their line, or one's own, broke: they are waited for.
      isFollowing = false;
      hasStarted = false;
    } else if (!isFollowing) {
      isFollowing = true;
      if (!hasSettlingBegun) {
        hasSettlingBegun = true;
        editor.timers.setTimeout(() => {
          isSettling = false;
        }, settlesMs);
      }
      // tldraw moves the camera at once, which must not happen within a reaction.
      queueMicrotask(follow);
    } else if (hasStarted && followed !== user) {
      hasStarted = false;
      if (isSettling || !hand.hasJustMoved()) {
        // Not at once: what set the view is to end first.
        editor.timers.setTimeout(follow, 0);
      } else {
        isFollowing = false;
        queueMicrotask(onStop);
      }
    }
    if (isThere && followed === user) hasStarted = true;
  });
  return () => {
    isFollowing = false;
    hand.leave();
    stop();
    if (editor.getInstanceState().followingUserId === user) editor.stopFollowingUser();
  };
}

/** Everything by which people move a view or ask for another one. */
const handEvents = ['wheel', 'pointerdown', 'pointermove', 'keydown'] as const;

function watchHand(): { hasJustMoved(): boolean; leave(): void } {
  let movedAt = Number.NEGATIVE_INFINITY;
  const onEvent = (event: Event): void => {
    // A pointer that only passes over the canvas moves nothing.
    if (event instanceof MouseEvent && event.type === 'pointermove' && event.buttons === 0) return;
    movedAt = performance.now();
  };
  const how = { capture: true, passive: true };
  for (const type of handEvents) window.addEventListener(type, onEvent, how);
  return {
    hasJustMoved: () => performance.now() - movedAt < ownHandMs,
    leave: () => handEvents.forEach((type) => window.removeEventListener(type, onEvent, how)),
  };
}
