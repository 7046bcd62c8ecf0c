/**
 * Where a person writes their next idea: docked at the lower edge of what it stands in. The field keeps the focus, so that one idea
 * can follow the other and no keyboard of a phone goes away in between.
 */
import { useId, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeptText } from '#client/drafts/useKept.ts';
import { useKeptFocus } from '#client/drafts/useKeptFocus.ts';
import { sealedDrafts } from '#client/facilitation/activities/sealedDrafts.ts';
import { useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { AskedAgain } from '#client/ui/fields/AskedAgain.tsx';
import { Button } from '#client/ui/Button.tsx';
import { sealedLimits } from '#shared/wire/SealedRequest.ts';
import { isBlank } from '#shared/text/unseen.ts';
import { mayDo } from '#shared/wire/roles.ts';
import { submitOnEnter } from './submitOnEnter.ts';
import styles from './WriteIdea.module.css';

export interface WriteIdeaProps {
  /** id of the activity */
  readonly activity: string;
  readonly question: string;
  /** One may have no more of them. */
  readonly isFull: boolean;
  readonly onAdd: (text: string) => void;
  /** around the field */
  readonly ref: Ref<HTMLDivElement>;
}

export function WriteIdea({ activity, question, isFull, onAdd, ref }: WriteIdeaProps) {
  const { t } = useTranslation();
  const id = useId();
  const { role, sealed } = useWorkshop();
  const { value: text, keep, forget } = useKeptText(sealedDrafts.idea(activity));
  const field = useKeptFocus(sealedDrafts.idea(activity));
  const add = (): void => {
    if (isBlank(text) || sealed === null) return;
    onAdd(text.trim());
    forget();
  };
  return (
    <div ref={ref} className={styles['place']} data-docked="">
      <form
        className={styles['composer']}
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <AskedAgain>{question}</AskedAgain>
        <label htmlFor={id}>{t('sealed.ideas.field')}</label>
        <textarea
          id={id}
          ref={field}
          data-draft=""
          rows={1}
          dir="auto"
          maxLength={sealedLimits.maxIdeaLength}
          value={text}
          disabled={isFull}
          placeholder={t('sealed.ideas.fieldHint')}
          onChange={(event) => keep(event.target.value)}
          onKeyDown={(event) => submitOnEnter(event, add)}
        />
        <Button
          type="submit"
          look={mayDo(role, 'administer') ? 'quiet' : 'primary'}
          disabled={isBlank(text) || sealed === null}
          onMouseDown={(event) => event.preventDefault()}
        >
          {t('sealed.ideas.add')}
        </Button>
      </form>
      {isFull && <p className={styles['full']}>{t('refusal.too-many-ideas')}</p>}
    </div>
  );
}
