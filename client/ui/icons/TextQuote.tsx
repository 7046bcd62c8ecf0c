import { createIcon } from './createIcon.tsx';

export const TextQuote = createIcon(
  <>
    <path d="M17 5H3" />
    <path d="M21 12H8" />
    <path d="M21 19H8" />
    <path d="M3 12v7" />
  </>,
);
