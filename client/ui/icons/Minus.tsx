import { createIcon } from './createIcon.tsx';

export const Minus = createIcon(<path d="M5 12h14" />);
