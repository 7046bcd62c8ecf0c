/** Begins a vote: the question, its options (typed, or what is chosen on the board), how many dots. */
import { useTranslation } from 'react-i18next';
import { useKeptFocus } from '#client/drafts/useKeptFocus.ts';
import { Buttons } from '#client/facilitation/Part.tsx';
import sealedStyles from '#client/facilitation/activities/Activity.module.css';
import { PrivacyNote } from '#client/facilitation/activities/PrivacyNote.tsx';
import { Button } from '#client/ui/Button.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { useNewVote } from './useNewVote.ts';
import { VoteDots } from './VoteDots.tsx';
import { VoteOptions } from './VoteOptions.tsx';

export interface StartVoteProps {
  readonly newId: () => string;
  readonly onDone: () => void;
}

export function StartVote({ newId, onDone }: StartVoteProps) {
  const { t } = useTranslation();
  const { draft, budget, most, isReady, change, start, giveUp } = useNewVote({ newId, onDone });
  const field = useKeptFocus('sealed.starting.vote');
  return (
    <form
      className={sealedStyles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <TextField
        label={t('sealed.vote.question')}
        placeholder={t('sealed.vote.questionHint')}
        maxLength={300}
        required
        autoFocus
        ref={field}
        value={draft.question}
        onText={(text) => change({ question: text })}
      />
      <VoteOptions rows={draft.rows} newId={newId} onRows={(rows) => change({ rows: [...rows] })} />
      <VoteDots budget={budget} most={most} onDots={change} />
      <label className={sealedStyles['choice']}>
        <input
          type="checkbox"
          checked={draft.abstains}
          onChange={(event) => change({ abstains: event.target.checked })}
        />
        {t('sealed.abstainNow')}
      </label>
      <PrivacyNote>{t('sealed.vote.told')}</PrivacyNote>
      <p className={sealedStyles['count']}>{t('sealed.whoCounts')}</p>
      <Buttons>
        <Button type="submit" look="primary" disabled={!isReady}>
          {t('sealed.vote.start')}
        </Button>
        <Button look="plain" onClick={giveUp}>
          {t('common.cancel')}
        </Button>
      </Buttons>
    </form>
  );
}
