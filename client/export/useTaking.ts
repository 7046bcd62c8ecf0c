/** One download at a time: asks the server, shows how far it is, hands the file over. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard } from '#client/board/BoardContext.ts';
import type { Failure } from '#client/connection/api/failureOf.ts';
import { LineError } from '#client/connection/api/fetchInTime.ts';
import { downloadFile } from '#client/files/downloadFile.ts';
import { packCountHeader, packFile } from '#shared/wire/export.ts';
import { readPack, type PackProgress } from './readPack.ts';

export interface Taking {
  /** the file that is on its way */
  readonly busy: string | null;
  readonly progress: { readonly done: number; readonly all: number; readonly name: string } | null;
  /** what happened last, in words */
  readonly said: string;
  readonly failed: Failure | 'broken' | 'own' | null;
  take(file: string, query: string): void;
  /** A file that this page makes by itself. */
  takeOwn(name: string, make: () => Promise<Blob | null>): void;
  stop(): void;
}

type State = Pick<Taking, 'busy' | 'progress' | 'said' | 'failed'>;

const idle: State = { busy: null, progress: null, said: '', failed: null };

/** `report`: for faults that are nobody's line. */
export function useTaking(report: (fault: unknown) => void): Taking {
  const { server } = useBoard();
  const { t } = useTranslation();
  const [state, setState] = useState<State>(idle);
  const turn = useRef(0);
  // A panel that is closed takes nothing any more.
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );

  const run = async (file: string, work: (isMine: () => boolean) => Promise<State>): Promise<void> => {
    turn.current += 1;
    const mine = turn.current;
    const isMine = (): boolean => turn.current === mine;
    setState({ ...idle, busy: file });
    const ended = await work(isMine).catch((fault: unknown): State => {
      if (fault instanceof LineError) return { ...idle, failed: 'broken' };
      report(fault);
      return { ...idle, failed: 'own' };
    });
    if (isMine()) setState(ended);
  };

  const fromServer = async (file: string, query: string, isMine: () => boolean): Promise<State> => {
    const answer = await server.take(file, query);
    if (!answer.ok) return { ...idle, failed: answer.code };
    const { headers, body } = answer.value;
    const name = nameIn(headers.get('content-disposition') ?? '') ?? file;
    const type = headers.get('content-type') ?? 'application/octet-stream';
    if (file !== packFile || body === null) {
      const content = await answer.value.blob();
      if (isMine()) downloadFile(name, type, content);
      return { ...idle, said: t('takeHome.fileDone', { name }) };
    }
    const all = Number(headers.get(packCountHeader) ?? 0);
    const show = (progress: PackProgress): void => {
      if (isMine()) setState({ ...idle, busy: file, progress: { all, ...progress } });
    };
    const pack = await readPack(body, show, isMine);
    if (isMine()) downloadFile(name, type, pack);
    return { ...idle, said: t('takeHome.packDone', { count: all }) };
  };

  return {
    ...state,
    take: (file, query) => void run(file, (isMine) => fromServer(file, query, isMine)),
    takeOwn: (name, make) =>
      void run(name, async (isMine) => {
        const content = await make();
        if (content === null) return { ...idle, said: t('takeHome.nothing') };
        if (isMine()) downloadFile(name, content.type, content);
        return { ...idle, said: t('takeHome.fileDone', { name }) };
      }),
    stop: () => {
      turn.current += 1;
      setState({ ...idle, said: t('takeHome.stopped') });
    },
  };
}

/** The name in its own script where there is one, else the plain one. */
function nameIn(disposition: string): string | undefined {
  const whole = /filename\*=UTF-8''([\w!#$&+.^`|~%-]+)/.exec(disposition)?.[1];
  return whole === undefined ? /filename="([^"]+)"/.exec(disposition)?.[1] : decodeURIComponent(whole);
}
