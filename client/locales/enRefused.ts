/** Why the server did not take a change; follows "Your last changes were set aside:". */
export const enRefused = {
  role: 'your role does not allow changes.',
  storage: 'the disk of the server is full.',
  documentTooLarge: 'the board has become too large.',
  tooLarge: 'a single change was larger than the server takes.',
  notYours: 'they looked like changes of somebody else.',
  lost: 'they build on parts of the board that the disk of the server lost.',
  unknownRoot: 'they touch something this server does not know.',
  invalid: 'the server could not read them.',
  idInUse: 'they could not be told from changes of another device.',
  tooManyIds: 'this board was opened and changed too often in one hour. Wait a while before you change it again.',
} as const;
