/** How much a finding asks for, by word and icon; color only helps. */
import { useTranslation } from 'react-i18next';
import { CircleAlert } from '#client/ui/icons/CircleAlert.tsx';
import { Eye } from '#client/ui/icons/Eye.tsx';
import { Lightbulb } from '#client/ui/icons/Lightbulb.tsx';
import { Sparkles } from '#client/ui/icons/Sparkles.tsx';
import type { Severity } from '#shared/kinds/values.ts';
import styles from './FindingCard.module.css';

const icons = { alert: CircleAlert, warning: Eye, insight: Lightbulb, strength: Sparkles } as const;

export function SeverityWord({
  severity,
  times,
}: {
  readonly severity: Severity;
  readonly times?: string | undefined;
}) {
  const { t } = useTranslation();
  const Icon = icons[severity];
  return (
    <p className={styles['severity']} data-severity={severity}>
      <Icon aria-hidden="true" />
      {t(`findings.labels.severity.${severity}`)}
      {times !== undefined && <span className={styles['times']}>· {times}</span>}
    </p>
  );
}
