/** The page that stands in for one that broke: never white, and with the details to pass on. */
import { TriangleAlert } from '#client/ui/icons/TriangleAlert.tsx';
import { useTranslation } from 'react-i18next';
import { Button } from '#client/ui/Button.tsx';
import { CopyButton } from '#client/ui/CopyButton.tsx';
import type { Failed } from '#client/ui/ErrorBoundary.tsx';
import { MessagePage } from '#client/ui/messages/MessagePage.tsx';

export function FailedPage({ failed }: { readonly failed: Failed }) {
  const { t } = useTranslation();
  return (
    <MessagePage
      icon={<TriangleAlert />}
      title={t('board.pageFailed')}
      actions={
        <>
          <Button look="primary" onClick={() => location.reload()}>
            {t('common.reload')}
          </Button>
          <CopyButton text={failed.details} label={t('common.copyDetails')} doneLabel={t('common.copied')} />
        </>
      }
    >
      <p>{t('board.pageFailedHint')}</p>
    </MessagePage>
  );
}
