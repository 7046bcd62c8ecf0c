/** What the server says to those who run it; no page asks for these things. */
export const enOperatorRefusals = {
  'host-refused': 'The server does not know this name for itself. Whoever runs it can allow it with PUBLIC_ORIGIN.',
  'metrics-refused': 'These numbers are for whoever runs the server.',
  'not-ready': 'The server cannot save anything just now. Try again in a moment.',
} as const;
