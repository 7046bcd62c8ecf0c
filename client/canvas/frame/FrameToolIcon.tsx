/** Pictures of the frame's tools. Forms and letters are those of the tokens on the board. */
import type { HTMLAttributes } from 'react';
import { Drawn } from '../drawn/Drawn.tsx';
import { useFrameWords } from './useFrameWords.ts';
import { kindSign } from '#shared/drawings/signs.ts';
import { screenPalette } from '#shared/views/frame/framePalette.ts';
import type { RepresentativeKind } from '#shared/kinds/values.ts';

export type FrameToolId = 'interest' | 'organization' | RepresentativeKind;

export interface FrameToolIconProps extends HTMLAttributes<HTMLDivElement> {
  readonly tool: FrameToolId;
}

export function FrameToolIcon({ tool, ...rest }: FrameToolIconProps) {
  const words = useFrameWords();
  const isKind = tool !== 'interest' && tool !== 'organization';
  return (
    <div {...rest} role="img" className={`${rest.className ?? ''} frame-tool`}>
      <svg width={22} height={22} viewBox="0 0 22 22" aria-hidden style={{ display: 'block' }}>
        <Picture tool={tool} />
      </svg>
      {/* a sign, not a text: the tool is called by its whole word */}
      {isKind && (
        <span className="frame-tool-letters" data-kind={tool} data-letters={words.say(`letters.${tool}`)} aria-hidden />
      )}
    </div>
  );
}

function Picture({ tool }: { readonly tool: FrameToolId }) {
  if (tool === 'interest')
    return (
      <path
        d="M2.6 9.2A12.5 12.5 0 0 1 19.4 9.2L14.2 15.4A4.6 4.6 0 0 0 7.8 15.4Z"
        fill="none"
        stroke="currentColor"
        strokeWidth={1.8}
        strokeLinejoin="round"
      />
    );
  if (tool === 'organization')
    return (
      <>
        <rect x={2} y={5} width={18} height={12} rx={2.5} fill="none" stroke="currentColor" strokeWidth={1.6} />
        <path d="M5 5.5V16.5" stroke="currentColor" strokeWidth={2.6} />
        <path d="M9 9.2H16.5M9 12.8H13.5" stroke="currentColor" strokeWidth={1.4} strokeLinecap="round" />
      </>
    );
  return (
    <Drawn drawing={[kindSign({ kind: tool, letters: '', x: 11, y: 11, size: 18, state: 'present' }, screenPalette)]} />
  );
}
