/** Somebody is at a board without link and without seat: say so, and offer the code. */
import { Link2 } from '#client/ui/icons/Link2.tsx';
import { useTranslation } from 'react-i18next';
import { MessagePage } from '#client/ui/messages/MessagePage.tsx';
import { CodeForm } from '#client/app/home/CodeForm.tsx';
import { HomeLink } from '#client/app/HomeLink.tsx';

export function NeedLinkPage({ isCut }: { readonly isCut: boolean }) {
  const { t } = useTranslation();
  return (
    <MessagePage icon={<Link2 />} title={t('door.needLink')} actions={<HomeLink />}>
      <p>{isCut ? t('door.linkCut') : t('door.needLinkHint')}</p>
      <CodeForm />
    </MessagePage>
  );
}
