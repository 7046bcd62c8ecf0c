/** One of my ideas while I change it. Where another screen of mine changed it meanwhile, both texts are before me. */
import { useTranslation } from 'react-i18next';
import { useKeptFocus } from '#client/drafts/useKeptFocus.ts';
import { Button } from '#client/ui/Button.tsx';
import { Trash2 } from '#client/ui/icons/Trash2.tsx';
import { sealedLimits } from '#shared/wire/SealedRequest.ts';
import type { OwnIdeaShown } from '#client/facilitation/activities/OwnActivity.ts';
import type { IdeaEdit } from '#client/facilitation/activities/sealedDrafts.ts';
import styles from './IdeasWritten.module.css';
import { submitOnEnter } from './submitOnEnter.ts';

export interface EditIdeaProps {
  readonly name: string;
  readonly edit: IdeaEdit;
  /** As it is now; undefined where another screen of mine took it away. */
  readonly idea: OwnIdeaShown | undefined;
  readonly onText: (text: string) => void;
  readonly onSave: () => void;
  readonly onCancel: () => void;
  readonly onRemove: (idea: OwnIdeaShown) => void;
}

export function EditIdea({ name, edit, idea, onText, onSave, onCancel, onRemove }: EditIdeaProps) {
  const { t } = useTranslation();
  const field = useKeptFocus(name);
  const isMoved = idea !== undefined && idea.version !== edit.from;
  return (
    <form
      className={styles['edit']}
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <textarea
        data-draft=""
        ref={field}
        autoFocus
        rows={3}
        aria-label={t('sealed.ideas.edit', { text: idea?.text ?? edit.text })}
        maxLength={sealedLimits.maxIdeaLength}
        value={edit.text}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => submitOnEnter(event, onSave)}
      />
      {isMoved && (
        <p className={styles['moved']} role="status">
          {t('sealed.ideas.movedTo', { text: idea.text })}
        </p>
      )}
      {idea === undefined && (
        <p className={styles['moved']} role="status">
          {t('sealed.ideas.goneElsewhere')}
        </p>
      )}
      <Button type="submit" look="primary">
        {t(isMoved ? 'sealed.ideas.saveMine' : 'sealed.ideas.save')}
      </Button>
      <Button look="plain" onClick={onCancel}>
        {t(isMoved ? 'sealed.ideas.takeOther' : 'common.cancel')}
      </Button>
      {idea !== undefined && (
        <Button
          look="plain"
          icon={<Trash2 aria-hidden="true" />}
          aria-label={t('sealed.ideas.remove', { text: idea.text })}
          onClick={() => onRemove(idea)}
        >
          {t('sealed.ideas.removeIt')}
        </Button>
      )}
    </form>
  );
}
