import { createIcon } from './createIcon.tsx';

export const Circle = createIcon(<circle cx="12" cy="12" r="10" />);
