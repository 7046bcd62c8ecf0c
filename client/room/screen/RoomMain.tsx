/** The one large thing on the room's screen. */
import { useTranslation } from 'react-i18next';
import { Shown } from '#client/room/sheets/Shown.tsx';
import { SheetNothing } from '#client/room/sheets/SheetFrame.tsx';
import type { RoomNow } from '#client/room/shown/useRoomView.ts';
import { CycleView } from './CycleView.tsx';
import { GroupView } from './GroupView.tsx';
import { InterestView } from './InterestView.tsx';
import { QuestionView } from './QuestionView.tsx';
import { SheetView } from './SheetView.tsx';
import { StageView } from './StageView.tsx';
import { TableView } from './TableView.tsx';

export function RoomMain({ now }: { readonly now: RoomNow }) {
  const { t } = useTranslation();
  const { view, facts } = now;
  const gone = <SheetNothing title={t('roomScreen.gone')} />;
  switch (view.kind) {
    case 'question':
      return <QuestionView />;
    case 'frame':
      return <TableView facts={facts} />;
    case 'interest': {
      const interest = facts.interests.find(({ id }) => id === view.interest);
      return interest === undefined ? gone : <InterestView now={now} interest={interest} page={view.page} />;
    }
    case 'cycle':
      return <CycleView facts={facts} />;
    case 'stage':
      return <StageView facts={facts} stage={view.stage} page={view.page} />;
    case 'sheet':
    case 'group': {
      const sheet = facts.sheets.find(({ sheet: { id } }) => id === view.sheet);
      if (sheet === undefined) return gone;
      if (view.kind === 'sheet') return <SheetView sheet={sheet} page={view.page} />;
      return <GroupView sheet={sheet} group={view.group} page={view.page} />;
    }
    default:
      return <Shown sheet={view} />;
  }
}
