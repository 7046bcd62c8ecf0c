/** Private writing: my own ideas, to add, change and take away; of others only how many there are. */
import { Pencil, Trash2 } from 'lucide-react';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Part } from '#client/facilitation/Part.tsx';
import { EndRound } from '#client/facilitation/rounds/EndRound.tsx';
import sealedStyles from '#client/facilitation/rounds/Sealed.module.css';
import type { OwnIdeaShown } from '#client/facilitation/rounds/SealedDesk.ts';
import { Told } from '#client/facilitation/rounds/Told.tsx';
import { useOwnRound } from '#client/facilitation/rounds/useOwnRound.ts';
import { useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { useBoardMap } from '#client/map/MapContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { IconButton } from '#client/ui/IconButton.tsx';
import { sealedLimits } from '#shared/session/SealedRequest.ts';
import type { IdeasRound } from '#shared/session/SealedRound.ts';
import { mayDo } from '#shared/wire/roles.ts';
import styles from './IdeasCard.module.css';
import { ideaCounts } from './ideaCounts.ts';

export function IdeasCard({ round }: { readonly round: IdeasRound }) {
  const { t } = useTranslation();
  const { role, sealed } = useWorkshop();
  const { spoken } = useBoardMap();
  const { ideas } = useOwnRound(round.id);
  const [text, setText] = useState('');
  const [editing, setEditing] = useState<string | null>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const add = (): void => {
    const idea = text.trim();
    if (idea === '' || sealed === null) return;
    sealed.addIdea(round.id, idea);
    setText('');
    field.current?.focus();
    spoken.say(t('sealed.ideas.added', { count: ideas.length + 1 }));
  };
  const remove = (idea: OwnIdeaShown): void => {
    sealed?.removeIdea(round.id, idea.id);
    spoken.say(t('sealed.ideas.removed', { text: idea.text }));
    field.current?.focus();
  };
  const isFull = ideas.length >= sealedLimits.maxIdeasPerPerson;
  return (
    <Part title={t('sealed.ideas.title')} fact={t('sealed.ideas.count', ideaCounts(round, t))}>
      <p className={sealedStyles['prompt']}>{round.prompt}</p>
      <Told>{t(round.named ? 'sealed.ideas.toldNamed' : 'sealed.ideas.told')}</Told>
      {mayDo(role, 'edit') && (
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
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => submitOnEnter(event, add)}
            />
          </label>
          {isFull && <p className={sealedStyles['warning']}>{t('refusal.too-many-ideas')}</p>}
          <Button
            type="submit"
            look={mayDo(role, 'administer') ? 'quiet' : 'primary'}
            disabled={text.trim() === '' || sealed === null}
          >
            {t('sealed.ideas.add')}
          </Button>
        </form>
      )}
      {ideas.length > 0 && (
        <div className={styles['mine']}>
          <h4>{t('sealed.ideas.mine', { count: ideas.length })}</h4>
          <ul>
            {ideas.map((idea) =>
              editing === idea.id ? (
                <li key={idea.id}>
                  <EditIdea
                    idea={idea}
                    onSave={(changed) => {
                      if (changed !== idea.text) sealed?.writeIdea(round.id, idea.id, changed);
                      setEditing(null);
                    }}
                    onCancel={() => setEditing(null)}
                  />
                </li>
              ) : (
                <li key={idea.id} className={styles['idea']}>
                  <p>
                    {idea.text}
                    {idea.isWaiting && <small>{t('sealed.waiting')}</small>}
                  </p>
                  <IconButton label={t('sealed.ideas.edit', { text: idea.text })} onClick={() => setEditing(idea.id)}>
                    <Pencil aria-hidden="true" />
                  </IconButton>
                  <IconButton label={t('sealed.ideas.remove', { text: idea.text })} onClick={() => remove(idea)}>
                    <Trash2 aria-hidden="true" />
                  </IconButton>
                </li>
              ),
            )}
          </ul>
        </div>
      )}
      {mayDo(role, 'administer') && <EndRound round={round} />}
    </Part>
  );
}

interface EditIdeaProps {
  readonly idea: OwnIdeaShown;
  readonly onSave: (text: string) => void;
  readonly onCancel: () => void;
}

function EditIdea({ idea, onSave, onCancel }: EditIdeaProps) {
  const { t } = useTranslation();
  const [text, setText] = useState(idea.text);
  const save = (): void => onSave(text.trim() === '' ? idea.text : text.trim());
  return (
    <form
      className={styles['edit']}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onCancel();
      }}
    >
      <textarea
        autoFocus
        data-draft=""
        rows={3}
        aria-label={t('sealed.ideas.edit', { text: idea.text })}
        maxLength={sealedLimits.maxIdeaLength}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => submitOnEnter(event, save)}
      />
      <Button type="submit">{t('sealed.ideas.save')}</Button>
      <Button look="plain" onClick={onCancel}>
        {t('common.cancel')}
      </Button>
    </form>
  );
}

/** Enter sends, with Shift it begins a new line; while a word is being composed it belongs to the composition. */
function submitOnEnter(event: KeyboardEvent, submit: () => void): void {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  submit();
}
