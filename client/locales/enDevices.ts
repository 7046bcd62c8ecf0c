/** One's own devices, in the settings. */
export const enDevices = {
  title: 'Your devices on this board',
  hint: 'Each device on which you opened this board as yourself. Nobody else sees this list.',
  on: '{{browser}} on {{system}}',
  here: 'this device',
  now: 'used in the last hour',
  seen: 'last used {{moment}}',
  end: 'End',
  endNamed: 'End {{device}}',
  endAsk:
    'End {{device}}? It leaves the board at once. What it has not sent yet stays on it and can be downloaded there. Your return link becomes a new one, since that device could show it.',
  endYes: 'End this device',
  endOthers: 'End all other devices',
  endOthersAsk:
    'End all other devices? They leave the board at once. What they have not sent yet stays on them and can be downloaded there. Your return link becomes a new one.',
  endOthersYes: 'End all others',
  done: 'Ended. Your return link is a new one; it stands in “Share”.',
  failed: 'Your devices could not be loaded. {{reason}}',
  notEnded: 'Nothing was ended. {{reason}}',
  unknown: 'another browser',
} as const;
