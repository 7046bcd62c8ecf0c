/**
 * What the board page loads right after its canvas, in one chunk: the panels, the map's commands, its readings with the
 * rules of the findings, the running workshop, and the texts of all of them (decision 0100).
 */
import { OwnActivities } from '#client/facilitation/activities/OwnActivities.ts';
import { openFacilitatorNotes } from '#client/facilitation/agenda/openFacilitatorNotes.ts';
import { ReactionsSeen } from '#client/facilitation/reactions/ReactionsSeen.tsx';
import { StepBar } from '#client/facilitation/steps/StepBar.tsx';
import { canvasView } from '#client/canvas/camera/canvasView.ts';
import { lateViews } from '#client/canvas/lateViews.ts';
import { shareSelection } from '#client/canvas/projected/shareSelection.ts';
import { Signs } from '#client/canvas/Signs.tsx';
import { Paste } from '#client/canvas/paste/Paste.tsx';
import { boardWords } from '#client/locales/boardWords.ts';
import { BoardRatings } from '#client/map/BoardRatings.ts';
import { mapParts } from '#client/map/MapParts.ts';
import { refusedText } from '#client/map/refusedText.ts';
import { FindingNews } from '#client/panels/findings/FindingNews.tsx';
import { RoomScreen } from '#client/room/lateRoom.ts';
import { RoomSteps } from '#client/room/steering/RoomSteps.tsx';
import { LookBar } from '#client/panels/snapshots/LookBar.tsx';
import { SheetActsInMenu } from './onCanvas/SheetActsInMenu.tsx';
import { AsksOnCanvas } from './onCanvas/AsksOnCanvas.tsx';
import { PermitsOnBoard } from './onCanvas/PermitsOnBoard.tsx';
import { BoardPanel } from './panel/BoardPanel.tsx';
import { OneAtATime } from './notices/OneAtATime.tsx';
import { FollowBar } from './bar/FollowBar.tsx';
import { YourPartButton } from './bar/YourPartButton.tsx';
import { BarMenu } from './bar/BarMenu.tsx';
import { Rail } from './rail/Rail.tsx';
import { ZoomBar } from './rail/ZoomBar.tsx';
import { WordsKept } from './notices/WordsKept.tsx';
import { WordsOnCanvas } from './onCanvas/WordsOnCanvas.tsx';
import { EndedPage } from './board/EndedPage.tsx';
import { JoinedRegion } from './board/JoinedRegion.tsx';
import { WorkshopOver } from './board/WorkshopOver.tsx';

export const lateParts = {
  AsksOnCanvas,
  BarMenu,
  BoardPanel,
  BoardRatings,
  EndedPage,
  FindingNews,
  openFacilitatorNotes,
  FollowBar,
  LookBar,
  canvasView,
  JoinedRegion,
  lateViews,
  shareSelection,
  SheetActsInMenu,
  OneAtATime,
  PermitsOnBoard,
  Rail,
  ReactionsSeen,
  RoomScreen,
  RoomSteps,
  Signs,
  OwnActivities,
  StepBar,
  WordsKept,
  YourPartButton,
  ZoomBar,
  WordsOnCanvas,
  Paste,
  WorkshopOver,
  mapParts,
  refusedText,
  texts: boardWords,
} as const;
