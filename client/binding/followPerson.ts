/** Keeps the view on what a person sees, until one moves oneself. */
import { react, type Editor } from '@tldraw/tldraw';
import { userIdOf } from './showPresence.ts';

/** A scroll that was still rolling when following began (a trackpad's, the end of a wheel's) is not a wish to stop. */
const settlesMs = 600;

/** Starts as soon as the person is there; `onStop` when one's own movement ended it. Returns its own undo. */
export function followPerson(editor: Editor, person: string, onStop: () => void): () => void {
  const user = userIdOf(person);
  let isFollowing = false;
  let hasStarted = false;
  let isSettling = true;
  // tldraw moves the camera at once, which must not happen within a reaction.
  const start = (): void => queueMicrotask(() => isFollowing && editor.startFollowingUser(user));
  const stop = react('follow person', () => {
    const isThere = editor.getCollaborators().some((each) => each.userId === user);
    const followed = editor.getInstanceState().followingUserId;
    if (!isFollowing && isThere) {
      isFollowing = true;
      editor.timers.setTimeout(() => {
        isSettling = false;
      }, settlesMs);
      start();
    } else if (isFollowing && followed !== user && hasStarted) {
      if (isSettling) {
        hasStarted = false;
        start();
      } else {
        isFollowing = false;
        queueMicrotask(onStop);
      }
    }
    if (followed === user) hasStarted = true;
  });
  return () => {
    isFollowing = false;
    stop();
    if (editor.getInstanceState().followingUserId === user) editor.stopFollowingUser();
  };
}
