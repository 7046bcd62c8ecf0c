/** Where a person writes their next idea; the field keeps the focus, so that one can follow the other. */
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeptText } from '#client/drafts/useKept.ts';
import { useKeptFocus } from '#client/drafts/useKeptFocus.ts';
import sealedStyles from '#client/facilitation/activities/Activity.module.css';
import { sealedDrafts } from '#client/facilitation/activities/sealedDrafts.ts';
import { useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { sealedLimits } from '#shared/wire/SealedRequest.ts';
import { isBlank } from '#shared/text/unseen.ts';
import { mayDo } from '#shared/wire/roles.ts';
import { submitOnEnter } from './submitOnEnter.ts';

export interface WriteIdeaProps {
  /** id of the activity */
  readonly activity: string;
  /** One may have no more of them. */
  readonly isFull: boolean;
  readonly onAdd: (text: string) => void;
  /** around the field */
  readonly ref: Ref<HTMLDivElement>;
}

export function WriteIdea({ activity, isFull, onAdd, ref }: WriteIdeaProps) {
  const { t } = useTranslation();
  const { role, sealed } = useWorkshop();
  const { value: text, keep, forget } = useKeptText(sealedDrafts.idea(activity));
  const field = useKeptFocus(sealedDrafts.idea(activity));
  const add = (): void => {
    if (isBlank(text) || sealed === null) return;
    onAdd(text.trim());
    forget();
  };
  return (
    <div ref={ref}>
      <form
        className={sealedStyles['form']}
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <label className={sealedStyles['field']}>
          {t('sealed.ideas.field')}
          <textarea
            ref={field}
            data-draft=""
            rows={3}
            maxLength={sealedLimits.maxIdeaLength}
            value={text}
            disabled={isFull}
            placeholder={t('sealed.ideas.fieldHint')}
            onChange={(event) => keep(event.target.value)}
            onKeyDown={(event) => submitOnEnter(event, add)}
          />
        </label>
        {isFull && <p className={sealedStyles['warning']}>{t('refusal.too-many-ideas')}</p>}
        <Button
          type="submit"
          look={mayDo(role, 'administer') ? 'quiet' : 'primary'}
          disabled={isBlank(text) || sealed === null}
        >
          {t('sealed.ideas.add')}
        </Button>
      </form>
    </div>
  );
}
