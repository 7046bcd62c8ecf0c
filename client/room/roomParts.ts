/** What is shown to all and how it is steered, in one chunk: it comes when somebody shows something, or opens a room's screen. */
export { BigDialog } from './big/BigDialog.tsx';
export { BigStays } from './big/BigStays.tsx';
export { BigWaits } from './big/BigWaits.tsx';
export { RoomScreen } from './screen/RoomScreen.tsx';
export { RoomSteering } from './steering/RoomSteering.tsx';
export { RoomWindow } from './steering/RoomWindow.tsx';
