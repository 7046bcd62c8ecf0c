/** One step in the agenda's editor: its line, and all its fields when it is open. */
import { ArrowDown } from '#client/ui/icons/ArrowDown.tsx';
import { ArrowUp } from '#client/ui/icons/ArrowUp.tsx';
import { ChevronDown } from '#client/ui/icons/ChevronDown.tsx';
import { Trash2 } from '#client/ui/icons/Trash2.tsx';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '#client/ui/IconButton.tsx';
import type { Step } from '#shared/wire/WorkshopState.ts';
import { isBlank } from '#shared/text/unseen.ts';
import type { NotedStep } from '#shared/workshop/mergeAgenda.ts';
import { StepFields } from './StepFields.tsx';
import styles from './StepForm.module.css';
import { ToolsField } from './ToolsField.tsx';

export interface StepFormProps {
  readonly step: NotedStep;
  readonly earlier: readonly Step[];
  readonly number: number;
  readonly isRunning: boolean;
  readonly isOpen: boolean;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onOpen: () => void;
  readonly onChange: (change: Partial<NotedStep>) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

export function StepForm(props: StepFormProps) {
  const { t } = useTranslation();
  const id = useId();
  const { step, earlier, number, isRunning, isOpen, isFirst, isLast, onOpen, onChange, onMove, onRemove } = props;
  const name = isBlank(step.title) ? t('workshop.edit.stepNumber', { number }) : step.title;
  return (
    <div className={styles['step']} data-open={isOpen}>
      <div className={styles['line']}>
        <input
          className={styles['title']}
          value={step.title}
          maxLength={120}
          placeholder={t('workshop.edit.titleHint')}
          // what was just added is named next
          autoFocus={step.title === ''}
          aria-label={t('workshop.edit.titleOf', { number })}
          onChange={(event) => onChange({ title: event.target.value })}
        />
        <label className={styles['minutes']}>
          <input
            type="number"
            min={0}
            max={600}
            value={step.minutes}
            aria-label={t('workshop.edit.minutesOf', { title: name })}
            onChange={(event) => onChange({ minutes: whole(event.target.value) })}
          />
          <span aria-hidden="true">{t('workshop.edit.minutes')}</span>
        </label>
        <IconButton
          label={t('workshop.edit.more', { title: name })}
          aria-expanded={isOpen}
          aria-controls={`${id}-more`}
          className={styles['chevron']}
          onClick={onOpen}
        >
          <ChevronDown aria-hidden="true" />
        </IconButton>
      </div>
      {isOpen && (
        <div id={`${id}-more`} className={styles['more']}>
          <StepFields step={step} earlier={earlier} onChange={onChange} />
          <ToolsField tools={step.tools} onTools={(tools) => onChange({ tools })} />
          <div className={styles['actions']}>
            <IconButton label={t('workshop.edit.up', { title: name })} disabled={isFirst} onClick={() => onMove(-1)}>
              <ArrowUp aria-hidden="true" />
            </IconButton>
            <IconButton label={t('workshop.edit.down', { title: name })} disabled={isLast} onClick={() => onMove(1)}>
              <ArrowDown aria-hidden="true" />
            </IconButton>
            <IconButton label={t('workshop.edit.remove', { title: name })} disabled={isRunning} onClick={onRemove}>
              <Trash2 aria-hidden="true" />
            </IconButton>
          </div>
        </div>
      )}
    </div>
  );
}

function whole(text: string): number {
  const count = Math.round(Number(text));
  return Number.isFinite(count) ? Math.min(600, Math.max(0, count)) : 0;
}
