/** English texts of the pages on which somebody joins or returns, which bring themselves (`usePageTexts`). */
export const enJoin = {
  join: {
    documentTitle: 'Join {{title}} – Roundtable',
    invited: 'You are invited to',
    asRole: 'You join as',
    nameLabel: 'Your name',
    nameHint: 'Everybody on the board sees it.',
    nameMissing: 'Please type your name; others see it beside your cursor.',
    organizationLabel: 'Your organization',
    organizationHint: 'Choose from the map, or type it.',
    optional: 'optional',
    kindLabel: 'How do you take part for your organization?',
    kindNone: 'I would rather not say',
    submit: 'Join the board',
    submitting: 'Joining…',
    recordedTitle: 'What is recorded',
    recorded:
      'Your name, your organization, what you put on the board, and a random mark of this browser. No account, no e-mail address, nothing goes to other services.',
    keptForever: 'It is kept until a facilitator deletes the board.',
    keptDays_other: 'A board that nobody touches for {{count}} days is deleted.',
    keptDays_one: 'A board that nobody touches for {{count}} day is deleted.',
    alreadyHere: 'On this device you are on this board as {{name}} ({{role}}). This link is for: {{linkRole}}.',
    wasHere: 'On this device {{name}} was on this board. Are you {{name}}, or somebody else?',
    goOn: 'Go on as {{name}}',
    joinAnew: 'Join as somebody else',
    joinTab: 'Join in this tab only',
    returnAsk:
      'On this device you are on this board as {{name}} ({{role}}). This link brings back {{comes}} ({{comesRole}}).',
    tabOnly: 'Only this tab changes. Elsewhere on this device {{name}} stays.',
    replaced:
      'The place of {{name}} then ends on this device. It stays on the board, and their return link brings it back.',
    forget: 'Forget {{name}}’s place on this device',
    forgetHint: 'For a computer that others use, too.',
    left: {
      changes:
        'Changes of {{name}} are only on this device and cannot be sent just now. If you join all the same, they stay here until {{name}} comes back by their return link.',
      words:
        '{{name}} typed something in this tab and did not send it. If you join all the same, it is gone; to keep it, go on as {{name}}.',
    },
  },
} as const;
