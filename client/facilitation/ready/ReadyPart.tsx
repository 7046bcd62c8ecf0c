/** The ready check: a question to all, one press to answer, and how many have; nobody is waited for who has left. */
import { Check } from '#client/ui/icons/Check.tsx';
import { useTranslation } from 'react-i18next';
import { usePeopleHere } from '#client/board/BoardContext.ts';
import { useKeptText } from '#client/drafts/useKept.ts';
import { useKeptFocus } from '#client/drafts/useKeptFocus.ts';
import { Buttons, Part } from '#client/facilitation/Part.tsx';
import { useWorkshopState, useWorkshop } from '#client/facilitation/WorkshopContext.ts';
import { Button } from '#client/ui/Button.tsx';
import { TextField } from '#client/ui/TextField.tsx';
import { readyCount } from '#shared/workshop/readyCount.ts';
import { isBlank } from '#shared/text/unseen.ts';
import { mayDo } from '#shared/wire/roles.ts';
import styles from './ReadyPart.module.css';

export function ReadyPart() {
  const { t } = useTranslation();
  const { role, me, ask } = useWorkshop();
  const { ready } = useWorkshopState();
  const here = usePeopleHere();
  const { value: question, keep: setQuestion, forget } = useKeptText('ready.question');
  const field = useKeptFocus('ready.question');
  const isFacilitator = mayDo(role, 'administer');
  if (ready === null) {
    if (!isFacilitator) return null;
    return (
      <Part title={t('workshop.ready.title')}>
        <form
          className={styles['form']}
          onSubmit={(event) => {
            event.preventDefault();
            const asked = isBlank(question) ? t('workshop.ready.question') : question.trim();
            void ask({ do: 'askReady', question: asked }).then((failure) => failure === null && forget());
          }}
        >
          <TextField
            label={t('workshop.ready.ask')}
            placeholder={t('workshop.ready.question')}
            maxLength={200}
            ref={field}
            value={question}
            onText={setQuestion}
          />
          <Buttons>
            <Button type="submit">{t('workshop.ready.start')}</Button>
          </Buttons>
        </form>
      </Part>
    );
  }
  const count = readyCount(ready, here);
  const amReady = ready.people.some((person) => person === me);
  return (
    <Part title={ready.question} fact={t('workshop.ready.count', { ready: count.ready, of: count.of })}>
      <Buttons>
        {role === 'participant' && (
          <Button
            look={amReady ? 'quiet' : 'primary'}
            icon={<Check aria-hidden="true" />}
            aria-pressed={amReady}
            onClick={() => void ask({ do: 'sayReady', ready: !amReady, asked: ready.startedAt })}
          >
            {t(amReady ? 'workshop.ready.notYet' : 'workshop.ready.yes')}
          </Button>
        )}
        {isFacilitator && (
          <Button onClick={() => void ask({ do: 'endReady', asked: ready.startedAt })}>
            {t('workshop.ready.end')}
          </Button>
        )}
      </Buttons>
    </Part>
  );
}
