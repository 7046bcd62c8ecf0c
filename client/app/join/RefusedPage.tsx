/** The server said no (or nothing) at the door: what it means, and the way on. */
import { DoorClosed } from '#client/ui/icons/DoorClosed.tsx';
import { useTranslation } from 'react-i18next';
import type { Failure } from '#client/connection/api/failureOf.ts';
import { Button } from '#client/ui/Button.tsx';
import { MessagePage } from '#client/ui/messages/MessagePage.tsx';
import { HomeLink } from '#client/app/HomeLink.tsx';

const passing: readonly Failure[] = [
  'too-fast',
  'restarting',
  'unreachable',
  'fault',
  'storage-full',
  'board-full',
  'table-closed',
  'door-damaged',
];

const titles = [
  'link-ended',
  'link-altered',
  'board-unknown',
  'board-deleted',
  'seat-ended',
  'device-ended',
  'return-ended',
  'removed',
  'kept-out',
  'link-over',
  'table-closed',
  'door-damaged',
  'board-full',
  'too-fast',
  'restarting',
  'unreachable',
] as const;

export function RefusedPage({ code, onRetry }: { readonly code: Failure; readonly onRetry: () => void }) {
  const { t } = useTranslation();
  const title = titles.find((one) => one === code) ?? 'other';
  return (
    <MessagePage
      icon={<DoorClosed />}
      title={t(`refusalTitle.${title}`)}
      actions={
        passing.includes(code) ? (
          <Button look="primary" onClick={onRetry}>
            {t('common.tryAgain')}
          </Button>
        ) : (
          <HomeLink />
        )
      }
    >
      <p>{t(`refusal.${code}`)}</p>
    </MessagePage>
  );
}
