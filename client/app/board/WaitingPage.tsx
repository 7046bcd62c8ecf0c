/** The board cannot be opened just now, and nothing of it is on this device: why, and that it is tried again by itself. */
import { CloudOff } from '#client/ui/icons/CloudOff.tsx';
import { RefreshCw } from '#client/ui/icons/RefreshCw.tsx';
import { useTranslation } from 'react-i18next';
import type { Line } from '#client/connection/line/Line.ts';
import { Button } from '#client/ui/Button.tsx';
import { MessagePage } from '#client/ui/messages/MessagePage.tsx';

export interface WaitingPageProps {
  readonly line: Extract<Line, { kind: 'offline' }>;
  readonly onRetry: () => void;
}

export function WaitingPage({ line, onRetry }: WaitingPageProps) {
  const { t } = useTranslation();
  const { reason } = line;
  return (
    <MessagePage
      icon={<CloudOff />}
      title={reason === 'network' ? t('refusalTitle.unreachable') : t(`line.closedTitle.${reason}`)}
      actions={
        <Button look="primary" icon={<RefreshCw aria-hidden="true" />} onClick={onRetry}>
          {t('line.retry')}
        </Button>
      }
    >
      <p role="status">{reason === 'network' ? t('line.notYet') : t(`line.closed.${reason}`)}</p>
    </MessagePage>
  );
}
