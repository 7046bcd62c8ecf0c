/** An address that leads nowhere. */
import { Compass } from '#client/ui/icons/Compass.tsx';
import { useTranslation } from 'react-i18next';
import { MessagePage } from '#client/ui/messages/MessagePage.tsx';
import { HomeLink } from './HomeLink.tsx';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <MessagePage icon={<Compass />} title={t('door.notFound')} actions={<HomeLink />}>
      <p>{t('door.notFoundHint')}</p>
    </MessagePage>
  );
}
