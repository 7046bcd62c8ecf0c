/** What I wrote so far, the newest first, each to be changed; what is not on the server yet says so. */
import { Check } from '#client/ui/icons/Check.tsx';
import { CloudOff } from '#client/ui/icons/CloudOff.tsx';
import { useTranslation } from 'react-i18next';
import * as v from 'valibot';
import { useKept } from '#client/drafts/useKept.ts';
import type { OwnIdeaShown } from '#client/facilitation/activities/OwnActivity.ts';
import { IdeaEdit, sealedDrafts } from '#client/facilitation/activities/sealedDrafts.ts';
import { useOwnActivity } from '#client/facilitation/activities/useOwnActivity.ts';
import { Fact } from '#client/facilitation/takePart/AskedPart.tsx';
import { useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { useBoardMap } from '#client/map/MapContext.ts';
import { Button } from '#client/ui/Button.tsx';
import type { IdeasActivity } from '#shared/wire/SealedActivity.ts';
import { EditIdea } from './EditIdea.tsx';
import { ideaCounts } from './ideaCounts.ts';
import styles from './OwnIdeas.module.css';

const edits = v.nullable(IdeaEdit);

export interface OwnIdeasProps {
  readonly activity: IdeasActivity;
  /** One of them was taken away. */
  readonly onGone: () => void;
}

export function OwnIdeas({ activity, onGone }: OwnIdeasProps) {
  const { t } = useTranslation();
  const { sealed } = useWorkshop();
  const { spoken } = useBoardMap();
  const { ideas } = useOwnActivity(activity.id);
  const { value: edit, keep: keepEdit, forget: forgetEdit } = useKept(sealedDrafts.edit(activity.id), edits, null);
  const edited = edit === null ? undefined : ideas.find(({ id }) => id === edit.idea);
  const save = (): void => {
    const changed = edit?.text.trim() ?? '';
    // both texts were in sight where another screen had changed it
    if (edited === undefined && changed !== '') sealed?.addIdea(activity.id, changed);
    else if (edited !== undefined && changed !== '' && changed !== edited.text)
      sealed?.changeIdea(activity.id, edited.id, changed, edited.version);
    forgetEdit();
  };
  const remove = (idea: OwnIdeaShown): void => {
    forgetEdit();
    sealed?.removeIdea(activity.id, idea.id, idea.version);
    spoken.say(t('sealed.ideas.removed', { text: idea.text }));
    onGone();
  };
  const form = edit !== null && (
    <EditIdea
      name={sealedDrafts.edit(activity.id)}
      edit={edit}
      idea={edited}
      onText={(changed) => keepEdit({ ...edit, text: changed })}
      onCancel={forgetEdit}
      onRemove={remove}
      onSave={save}
    />
  );
  return (
    <div className={styles['mine']}>
      <div className={styles['head']}>
        {ideas.length > 0 && <h4>{t('sealed.ideas.mine', { count: ideas.length })}</h4>}
        <Fact>{t('sealed.ideas.count', ideaCounts(activity, t))}</Fact>
      </div>
      {edited === undefined && form}
      {ideas.length > 0 && (
        <ul>
          {ideas
            .toReversed()
            .map((idea) =>
              edit?.idea === idea.id ? (
                <li key={idea.id}>{form}</li>
              ) : (
                <OwnIdea
                  key={idea.id}
                  idea={idea}
                  onEdit={() => keepEdit({ idea: idea.id, from: idea.version, text: idea.text })}
                />
              ),
            )}
        </ul>
      )}
    </div>
  );
}

function OwnIdea({ idea, onEdit }: { readonly idea: OwnIdeaShown; readonly onEdit: () => void }) {
  const { t } = useTranslation();
  const { text, isWaiting } = idea;
  return (
    <li className={styles['idea']} data-waiting={isWaiting}>
      <div>
        <p dir="auto">{text}</p>
        <small>
          {isWaiting ? <CloudOff aria-hidden="true" /> : <Check aria-hidden="true" />}
          {t(isWaiting ? 'sealed.waiting' : 'sealed.saved')}
        </small>
      </div>
      <Button aria-label={t('sealed.ideas.edit', { text })} onClick={onEdit}>
        {t('sealed.ideas.change')}
      </Button>
    </li>
  );
}
