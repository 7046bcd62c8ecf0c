/** A file on its way to becoming a board: opened here, checked whole by the server, then started. */
import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Api, ImportProof } from '#client/connection/api/Api.ts';
import type { Failure } from '#client/connection/api/failureOf.ts';
import { noteMade } from '#client/connection/api/madeBoard.ts';
import type { VisitedBoard } from '#client/connection/device/VisitedBoards.ts';
import { type BoardFileRefusal, openBoardFile } from '#client/files/openBoardFile.ts';
import { defaultLimits } from '#shared/wire/limits.ts';
import type { ImportPreview } from '#shared/wire/snapshots.ts';
import { useServices } from '#client/app/Services.ts';
import { useCreateSecret, type CreateSecret } from './useCreateSecret.ts';
import { useTemplates } from './useTemplates.ts';

/** Why a file is not even sent, and the most it may have, in bytes. */
interface Unfit {
  readonly why: BoardFileRefusal | 'tooLargeUnknown';
  readonly most: number;
}

export interface ImportNow {
  /** null: none is chosen, or it is none */
  readonly file: File | null;
  readonly unfit: Unfit | null;
  readonly preview: ImportPreview | null;
  readonly failed: Failure | null;
  readonly isBusy: boolean;
  readonly secret: CreateSecret;
  readonly open: (chosen: File) => Promise<void>;
  /** Asks the server about the same file, with the secret. */
  readonly checkAgain: () => Promise<void>;
  readonly start: (title: string) => Promise<void>;
  readonly forget: () => void;
}

export function useImport(): ImportNow {
  const { api, visited } = useServices();
  const [, navigate] = useLocation();
  const most = useMost();
  const secret = useCreateSecret();
  const [file, setFile] = useState<File | null>(null);
  const [lead, setLead] = useState<VisitedBoard | null>(null);
  const [unfit, setUnfit] = useState<Unfit | null>(null);
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [failed, setFailed] = useState<Failure | null>(null);
  const [isBusy, setBusy] = useState(false);

  const forget = (): void => {
    setFile(null);
    setPreview(null);
    setFailed(null);
    setUnfit(null);
  };
  const check = async (chosen: File, by: VisitedBoard | null): Promise<void> => {
    forget();
    setFile(chosen);
    setBusy(true);
    const answer = await api.checkImport(asJson(chosen), proofOf(secret.secret, by));
    setBusy(false);
    if (answer.ok) setPreview(answer.value);
    else setFailed(secret.problemOf(answer.code));
  };
  const open = async (chosen: File): Promise<void> => {
    forget();
    setBusy(true);
    const opened = await openBoardFile(chosen, most.known);
    const isLarge = opened.ok && opened.file.size > most.open;
    const by = isLarge ? await findLead(api, visited.list()) : null;
    setBusy(false);
    setLead(by);
    if (!opened.ok) setUnfit({ why: opened.code, most: most.known });
    else if (isLarge && by === null) setUnfit({ why: 'tooLargeUnknown', most: most.open });
    else await check(opened.file, by);
  };
  const start = async (title: string): Promise<void> => {
    if (file === null || isBusy) return;
    setBusy(true);
    setFailed(null);
    const answer = await api.importBoard(asJson(file), title, proofOf(secret.secret, lead));
    setBusy(false);
    if (answer.ok) {
      noteMade(answer.value.id);
      navigate(answer.value.links.facilitator);
    } else setFailed(secret.problemOf(answer.code));
  };
  const checkAgain = async (): Promise<void> => {
    if (file !== null) await check(file, lead);
  };
  return { file, unfit, preview, failed, isBusy, secret, open, checkAgain, start, forget };
}

/** Largest file in bytes: from anybody, and from who leads a board here. */
function useMost(): { readonly open: number; readonly known: number } {
  const told = useTemplates();
  if (told === null || told === 'failed')
    return { open: defaultLimits.maxOpenImportBytes, known: defaultLimits.maxImportBytes };
  const { maxImportBytes: known = defaultLimits.maxImportBytes, maxOpenImportBytes: open = known } = told;
  return { open, known };
}

/** A board that this device leads, by the word of the server: who leads one may bring larger files. */
async function findLead(api: Api, boards: readonly VisitedBoard[]): Promise<VisitedBoard | null> {
  for (const board of boards.filter(({ role }) => role === 'facilitator')) {
    const answer = await api.seat(board.id, board.seat);
    if (answer.ok && answer.value.role === 'facilitator') return board;
  }
  return null;
}

function proofOf(secret: string | null, lead: VisitedBoard | null): ImportProof {
  if (secret !== null) return { secret };
  return lead === null ? {} : { secret: lead.seat, by: lead.id };
}

/** Whatever the device thinks the file is. */
function asJson(file: File): Blob {
  return file.slice(0, file.size, 'application/json');
}
