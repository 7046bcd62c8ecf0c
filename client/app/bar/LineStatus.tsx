/**
 * The state of the line in the bar: a sign, words, and the longer sentence on request. A narrow bar has room for the sign,
 * and for the words only when something is wrong; one with a step in it has room for one word.
 */
import { Check } from '#client/ui/icons/Check.tsx';
import { CloudOff } from '#client/ui/icons/CloudOff.tsx';
import { Eye } from '#client/ui/icons/Eye.tsx';
import { LoaderCircle } from '#client/ui/icons/LoaderCircle.tsx';
import { RefreshCw } from '#client/ui/icons/RefreshCw.tsx';
import { Popover } from 'radix-ui';
import { useTranslation } from 'react-i18next';
import type { Line } from '#client/connection/line/Line.ts';
import { Button } from '#client/ui/Button.tsx';
import { lineDetails, lineText, shortLineText } from './lineText.ts';
import styles from './LineStatus.module.css';
import { useMedia } from '#client/app/useChoices.ts';

export interface LineStatusProps {
  readonly line: Line;
  /** The step of a workshop needs the room. */
  readonly isShort: boolean;
  readonly onRetry: () => void;
}

export function LineStatus({ line, isShort, onRetry }: LineStatusProps) {
  const { t, i18n } = useTranslation();
  const isNarrow = useMedia('(max-width: 1099px)');
  const text = lineText(line, t, i18n.language);
  return (
    <Popover.Root>
      <Popover.Trigger
        className={styles['status']}
        data-kind={kindOf(line)}
        data-testid="line"
        aria-label={`${t('line.title')}: ${text}`}
      >
        <LineSign line={line} />
        <span className={isNarrow && line.kind !== 'offline' ? 'visually-hidden' : styles['text']}>
          {isNarrow || isShort ? shortLineText(line, t, i18n.language) : text}
        </span>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className={styles['details']} sideOffset={8} align="start" collisionPadding={12}>
          <p className={styles['head']}>{text}</p>
          <p>{lineDetails(line, t, i18n.language)}</p>
          {line.kind === 'offline' && (
            <Button icon={<RefreshCw aria-hidden="true" />} onClick={onRetry}>
              {t('line.retry')}
            </Button>
          )}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

function kindOf(line: Line): string {
  return line.kind === 'live' && line.saving ? 'saving' : line.kind;
}

function LineSign({ line }: { readonly line: Line }) {
  switch (line.kind) {
    case 'live':
      return line.saving ? (
        <LoaderCircle aria-hidden="true" className={styles['turning']} />
      ) : (
        <Check aria-hidden="true" />
      );
    case 'connecting':
    case 'catchingUp':
      return <LoaderCircle aria-hidden="true" className={styles['turning']} />;
    case 'readOnly':
      return <Eye aria-hidden="true" />;
    case 'offline':
    case 'ended':
      return <CloudOff aria-hidden="true" />;
  }
}
