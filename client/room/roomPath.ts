/** The address of the room's screen of a board: its page, with the key of the observers' link behind it. */

/** `link`: path of the link for observers, `/b/<id>#k=<key>`. */
export function roomPath(link: string): string {
  return link.replace('#', '/room#');
}
