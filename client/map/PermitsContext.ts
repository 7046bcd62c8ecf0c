/** What the running workshop lets this person change; null: everything. */
import { createContext } from 'react';
import type { Permits } from '#shared/workshop/permits.ts';

export const PermitsContext = createContext<Permits | null>(null);
