/** Private writing: my own ideas, to add, change and take away; of others only how many there are. */
import { Pencil } from '#client/ui/icons/Pencil.tsx';
import { Trash2 } from '#client/ui/icons/Trash2.tsx';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import * as v from 'valibot';
import { useKept } from '#client/drafts/useKept.ts';
import { Part } from '#client/facilitation/Part.tsx';
import { WhoCounts } from '#client/facilitation/activities/WhoCounts.tsx';
import { ActivityEnd } from '#client/facilitation/activities/ActivityEnd.tsx';
import sealedStyles from '#client/facilitation/activities/Activity.module.css';
import type { OwnIdeaShown } from '#client/facilitation/activities/OwnActivity.ts';
import { IdeaEdit, sealedDrafts } from '#client/facilitation/activities/sealedDrafts.ts';
import { PrivacyNote } from '#client/facilitation/activities/PrivacyNote.tsx';
import { useOwnActivity } from '#client/facilitation/activities/useOwnActivity.ts';
import { useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { useBoardMap } from '#client/map/MapContext.ts';
import { IconButton } from '#client/ui/IconButton.tsx';
import { sealedLimits } from '#shared/wire/SealedRequest.ts';
import type { IdeasActivity } from '#shared/wire/SealedActivity.ts';
import { mayDo } from '#shared/wire/roles.ts';
import { EditIdea } from './EditIdea.tsx';
import styles from './IdeasCard.module.css';
import { ideaCounts } from './ideaCounts.ts';
import { UnsentIdeas } from './UnsentIdeas.tsx';
import { WriteIdea } from './WriteIdea.tsx';

const edits = v.nullable(IdeaEdit);

export function IdeasCard({ activity }: { readonly activity: IdeasActivity }) {
  const { t } = useTranslation();
  const { role, sealed } = useWorkshop();
  const { spoken } = useBoardMap();
  const { ideas } = useOwnActivity(activity.id);
  const { value: edit, keep: keepEdit, forget: forgetEdit } = useKept(sealedDrafts.edit(activity.id), edits, null);
  const writer = useRef<HTMLDivElement>(null);
  const backToField = (): void => writer.current?.querySelector('textarea')?.focus();
  const add = (idea: string): void => {
    sealed?.addIdea(activity.id, idea);
    backToField();
    spoken.say(t('sealed.ideas.added', { count: ideas.length + 1 }));
  };
  const remove = (idea: OwnIdeaShown): void => {
    sealed?.removeIdea(activity.id, idea.id, idea.version);
    spoken.say(t('sealed.ideas.removed', { text: idea.text }));
    backToField();
  };
  const editForm = edit !== null && (
    <EditIdea
      name={sealedDrafts.edit(activity.id)}
      edit={edit}
      idea={ideas.find(({ id }) => id === edit.idea)}
      onText={(changed) => keepEdit({ ...edit, text: changed })}
      onCancel={forgetEdit}
      onSave={() => {
        const idea = ideas.find(({ id }) => id === edit.idea);
        const changed = edit.text.trim();
        // both texts were in sight where another screen had changed it
        if (idea === undefined && changed !== '') sealed?.addIdea(activity.id, changed);
        else if (idea !== undefined && changed !== '' && changed !== idea.text)
          sealed?.changeIdea(activity.id, idea.id, changed, idea.version);
        forgetEdit();
      }}
    />
  );
  const isFull = ideas.length >= sealedLimits.maxIdeasPerPerson;
  return (
    <Part title={t('sealed.ideas.title')} fact={t('sealed.ideas.count', ideaCounts(activity, t))}>
      <p className={sealedStyles['prompt']}>{activity.prompt}</p>
      <PrivacyNote>{t(activity.named ? 'sealed.ideas.toldNamed' : 'sealed.ideas.told')}</PrivacyNote>
      {!activity.named && <WhoCounts activity={activity} needed={sealedLimits.fewest} />}
      {mayDo(role, 'edit') && <WriteIdea ref={writer} activity={activity.id} isFull={isFull} onAdd={add} />}
      <UnsentIdeas activity={activity.id} onAdd={(kept) => sealed?.addIdea(activity.id, kept)} />
      {edit !== null && ideas.every(({ id }) => id !== edit.idea) && editForm}
      {ideas.length > 0 && (
        <div className={styles['mine']}>
          <h4>{t('sealed.ideas.mine', { count: ideas.length })}</h4>
          <ul>
            {ideas.map((idea) =>
              edit?.idea === idea.id ? (
                <li key={idea.id}>{editForm}</li>
              ) : (
                <OwnIdea
                  key={idea.id}
                  idea={idea}
                  onEdit={() => keepEdit({ idea: idea.id, from: idea.version, text: idea.text })}
                  onRemove={() => remove(idea)}
                />
              ),
            )}
          </ul>
        </div>
      )}
      {mayDo(role, 'administer') && <ActivityEnd activity={activity} />}
    </Part>
  );
}

interface OwnIdeaProps {
  readonly idea: OwnIdeaShown;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function OwnIdea({ idea: { text, isWaiting }, onEdit, onRemove }: OwnIdeaProps) {
  const { t } = useTranslation();
  return (
    <li className={styles['idea']}>
      <p>
        {text}
        {isWaiting && <small>{t('sealed.waiting')}</small>}
      </p>
      <IconButton label={t('sealed.ideas.edit', { text })} onClick={onEdit}>
        <Pencil aria-hidden="true" />
      </IconButton>
      <IconButton label={t('sealed.ideas.remove', { text })} onClick={onRemove}>
        <Trash2 aria-hidden="true" />
      </IconButton>
    </li>
  );
}
