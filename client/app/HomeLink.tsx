/** The way to the start page, looking like a button since it is the way on. */
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import buttons from '#client/ui/Button.module.css';

export function HomeLink() {
  const { t } = useTranslation();
  return (
    <Link href="/" className={`${buttons['button']} ${buttons['primary']}`}>
      {t('common.home')}
    </Link>
  );
}
