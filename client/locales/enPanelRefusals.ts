import { enStartRefusals } from './enStartRefusals.ts';

/** Why the server did not do what somebody asked in a panel, or did not take a picture; joined to `refusal` of `en.ts`. */
export const enPanelRefusals = {
  ...enStartRefusals,
  'asset-unknown': 'This picture is not on the board.',
  'board-storage-full':
    'The pictures of this board take up all the room they may have. Make the new one smaller, or start a further board for it.',
  'type-refused': 'Only PNG, JPEG, GIF and WebP pictures can be placed on the board.',
  'zone-unknown': 'The server does not know the time zone of this device. Set another one on the device and try again.',
  'snapshot-unknown': 'This snapshot is not on the board any more.',
  'loss-over': 'Somebody has brought this back already, or put it away.',
  'snapshots-full': 'The snapshots of this board take up all the room they may have. Delete some first.',
  'device-unknown': 'This device is no longer on the board.',
  'device-here': 'You are on this device just now. End it from another one.',
  'person-unknown': 'This person is no longer on the board.',
} as const;
