/** Begins private writing: the question, where the ideas will stand, and whether they bear names. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as v from 'valibot';
import { useKept } from '#client/drafts/useKept.ts';
import { useKeptFocus } from '#client/drafts/useKeptFocus.ts';
import { Buttons } from '#client/facilitation/Part.tsx';
import styles from '#client/facilitation/activities/Activity.module.css';
import { PrivacyNote } from '#client/facilitation/activities/PrivacyNote.tsx';
import { useWorkshopState, useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { useMap } from '#client/map/MapContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { stages } from '#shared/kinds/values.ts';
import type { IdeaTarget } from '#shared/wire/SealedActivity.ts';
import { isBlank } from '#shared/text/unseen.ts';
import { questionOf } from './questionOf.ts';

const Asked = v.object({ prompt: v.string(), where: v.string(), isNamed: v.boolean() });

export interface StartIdeasProps {
  readonly newId: () => string;
  readonly onDone: () => void;
}

export function StartIdeas({ newId, onDone }: StartIdeasProps) {
  const { t } = useTranslation();
  const { sealed } = useWorkshop();
  const { stage: lit, agenda, step } = useWorkshopState();
  const map = useMap();
  const {
    value: draft,
    keep,
    forget,
  } = useKept('sealed.starting.ideas', Asked, () => ({
    prompt: questionOf(agenda.find(({ id }) => id === step)?.instruction ?? ''),
    where: lit ?? 'sheet',
    isNamed: false,
  }));
  const { prompt, where, isNamed } = draft;
  const field = useKeptFocus('sealed.starting.ideas');
  const done = (): void => {
    forget();
    onDone();
  };
  const [isStarting, setStarting] = useState(false);
  const iteration = map.iterations.findLast(({ status }) => status === 'open');
  const stage = stages.find((one) => one === where);
  const target: IdeaTarget =
    stage === undefined ? { kind: 'sheet' } : { kind: 'stage', stage, iteration: iteration?.id ?? '' };
  const start = async (): Promise<void> => {
    if (sealed === null || isBlank(prompt)) return;
    setStarting(true);
    const failure = await sealed.open({
      kind: 'ideas',
      id: newId(),
      prompt: prompt.trim(),
      named: isNamed,
      target,
    });
    setStarting(false);
    if (failure === null) done();
  };
  return (
    <form
      className={styles['form']}
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <TextField
        label={t('sealed.ideas.prompt')}
        placeholder={stage === undefined ? t('sealed.ideas.promptHint') : t(`cycle.prompts.${stage}.q1`)}
        maxLength={300}
        required
        autoFocus
        ref={field}
        value={prompt}
        onText={(text) => keep({ ...draft, prompt: text })}
      />
      <WhereField where={where} onWhere={(place) => keep({ ...draft, where: place })} />
      <NamesField isNamed={isNamed} onNamed={(named) => keep({ ...draft, isNamed: named })} />
      <PrivacyNote>{t(isNamed ? 'sealed.ideas.toldNamed' : 'sealed.ideas.told')}</PrivacyNote>
      {!isNamed && <p className={styles['count']}>{t('sealed.whoCounts')}</p>}
      <Buttons>
        <Button type="submit" look="primary" disabled={isBlank(prompt) || isStarting || sealed === null}>
          {t('sealed.ideas.start')}
        </Button>
        <Button look="plain" onClick={done}>
          {t('common.cancel')}
        </Button>
      </Buttons>
    </form>
  );
}

function WhereField({ where, onWhere }: { readonly where: string; readonly onWhere: (where: string) => void }) {
  const { t } = useTranslation();
  return (
    <label className={styles['field']}>
      {t('sealed.ideas.where')}
      <select value={where} onChange={(event) => onWhere(event.target.value)}>
        <option value="sheet">{t('sealed.ideas.whereSheet')}</option>
        {stages.map((one) => (
          <option key={one} value={one}>
            {t('sealed.ideas.whereStage', { stage: t(`cycle.stage.${one}`) })}
          </option>
        ))}
      </select>
    </label>
  );
}

function NamesField(props: { readonly isNamed: boolean; readonly onNamed: (isNamed: boolean) => void }) {
  const { t } = useTranslation();
  return (
    <fieldset className={styles['choices']}>
      <legend>{t('sealed.ideas.names')}</legend>
      {[false, true].map((named) => (
        <label key={String(named)} className={styles['choice']}>
          <input type="radio" name="named" checked={props.isNamed === named} onChange={() => props.onNamed(named)} />
          {t(named ? 'sealed.ideas.named' : 'sealed.ideas.anonymous')}
        </label>
      ))}
    </fieldset>
  );
}
