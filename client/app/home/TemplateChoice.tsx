/** One template to start from: its title and first line; on request the whole of it, what it teaches and where it comes from. */
import { ChevronDown } from '#client/ui/icons/ChevronDown.tsx';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '#client/ui/IconButton.tsx';
import type { Templates } from '#shared/wire/http.ts';
import styles from './TemplateChoice.module.css';

export interface TemplateChoiceProps {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** A blank board teaches nothing and comes from nowhere: its summary is all there is, and stands whole. */
  readonly about?: Pick<Templates['templates'][number], 'teaches' | 'provenance'>;
  readonly isChosen: boolean;
  readonly onChoose: (template: string) => void;
}

export function TemplateChoice({ id, title, summary, about, isChosen, onChoose }: TemplateChoiceProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const details = useId();
  return (
    <div className={styles['choice']}>
      <div className={styles['row']}>
        <label className={styles['label']}>
          <input type="radio" name="template" value={id} checked={isChosen} onChange={() => onChoose(id)} />
          <span className={styles['words']}>
            <span className={styles['title']}>{title}</span>
            <span className={styles['summary']} data-whole={about === undefined || undefined}>
              {summary}
            </span>
          </span>
        </label>
        {about !== undefined && (
          <IconButton
            label={t('home.aboutTemplate', { title })}
            className={styles['more']}
            aria-expanded={isOpen}
            aria-controls={details}
            onClick={() => setOpen(!isOpen)}
          >
            <ChevronDown aria-hidden="true" />
          </IconButton>
        )}
      </div>
      {about !== undefined && isOpen && (
        <div id={details} className={styles['details']}>
          <p>{summary}</p>
          <Part title={t('home.teachesTitle')} lines={[about.teaches]} />
          <Part title={t('home.sourceArticle')} lines={about.provenance.from_article} />
          <Part title={t('home.sourceOther')} lines={about.provenance.from_other_sources} />
          <Part title={t('home.sourceInvented')} lines={about.provenance.invented} />
        </div>
      )}
    </div>
  );
}

function Part({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <section>
      <h3 className={styles['part']}>{title}</h3>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </section>
  );
}
