/** Parts of what is shown to all that come when they are asked for, all at once. */
import { lazy } from 'react';

const parts = () => import('./roomParts.ts');

export const BigDialog = lazy(async () => ({ default: (await parts()).BigDialog }));
export const BigStays = lazy(async () => ({ default: (await parts()).BigStays }));
export const BigWaits = lazy(async () => ({ default: (await parts()).BigWaits }));
export const RoomScreen = lazy(async () => ({ default: (await parts()).RoomScreen }));
export const RoomSteering = lazy(async () => ({ default: (await parts()).RoomSteering }));
export const RoomWindow = lazy(async () => ({ default: (await parts()).RoomWindow }));
