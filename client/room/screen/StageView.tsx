/** One stage of the round, with its question and its notes whole. */
import { useTranslation } from 'react-i18next';
import { SheetFrame, SheetNothing } from '#client/room/sheets/SheetFrame.tsx';
import type { RoomFacts } from '#client/room/shown/roomFacts.ts';
import { onPage, perPage } from '#client/room/shown/stops.ts';
import { type Stage, stages } from '#shared/kinds/values.ts';
import { NotesGrid } from './NotesGrid.tsx';

export interface StageViewProps {
  readonly facts: RoomFacts;
  readonly stage: Stage;
  readonly page: number;
}

export function StageView({ facts: { round, notes: byStage }, stage, page }: StageViewProps) {
  const { t } = useTranslation();
  if (round === null) return <SheetNothing title={t('roomScreen.cycle.noRound')} />;
  const notes = byStage[stage];
  const place = t('roomScreen.cycle.stageOf', { part: stages.indexOf(stage) + 1, parts: stages.length });
  return (
    <SheetFrame
      over={t(`cycle.stage.${stage}`)}
      title={t(`cycle.prompts.${stage}.q1`)}
      number={{ figure: String(notes.length), words: t('roomScreen.cycle.notesHere', { count: notes.length }) }}
      notes={[place]}
    >
      {notes.length === 0 ? (
        <SheetNothing title={t('roomScreen.cycle.empty')} />
      ) : (
        <NotesGrid notes={onPage(notes, page, perPage.notes)} />
      )}
    </SheetFrame>
  );
}
