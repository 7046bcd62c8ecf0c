/** What is left to do at the end of a workshop: when people meet again, what goes home, and what came of it. */
import { FolderDown } from '#client/ui/icons/FolderDown.tsx';
import { NotebookPen } from '#client/ui/icons/NotebookPen.tsx';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard, useRole } from '#client/board/BoardContext.ts';
import { Buttons, Part, Quiet } from '#client/facilitation/Part.tsx';
import { useWorkshopState } from '#client/facilitation/WorkshopContext.ts';
import { useMap } from '#client/map/MapContext.ts';
import { EntityField } from '#client/panels/inspector/EntityField.tsx';
import { fieldsOf } from '#client/panels/inspector/entityFields.ts';
import { Button } from '#client/ui/Button.tsx';
import { Check } from '#client/ui/icons/Check.tsx';
import { wholeDay } from '#client/ui/text/moments.ts';
import { mayDo } from '#shared/wire/roles.ts';
import styles from './AfterWorkshop.module.css';

const fields = fieldsOf('partnership').filter(({ field }) => field.startsWith('next_meeting_'));

export function AfterWorkshop() {
  const { t } = useTranslation();
  const { screen } = useBoard();
  const isFacilitator = mayDo(useRole(), 'administer');
  const { step, endedAt } = useWorkshopState();
  const meeting = useRef<HTMLDivElement>(null);
  const isDone = step === null && endedAt !== null;
  return (
    <>
      {isFacilitator && isDone && <Done onMeeting={() => meeting.current?.querySelector('input')?.focus()} />}
      {isFacilitator ? (
        <div ref={meeting}>
          <NextMeetingFields />
        </div>
      ) : (
        <NextMeeting />
      )}
      <Part title={t('board.takeHome')}>
        <Quiet>{t(isFacilitator ? 'record.takeHomeAll' : 'record.takeHomeSome')}</Quiet>
        <Button icon={<FolderDown aria-hidden="true" />} onClick={() => screen.open('takeHome')}>
          {t('record.takeHome')}
        </Button>
      </Part>
      <Part title={t('record.title')}>
        <Quiet>{t('record.openHint')}</Quiet>
        <Button icon={<NotebookPen aria-hidden="true" />} onClick={() => screen.open('record')}>
          {t('record.open')}
        </Button>
      </Part>
    </>
  );
}

/** The end is said, with what is done next. */
function Done({ onMeeting }: { readonly onMeeting: () => void }) {
  const { t } = useTranslation();
  const { screen } = useBoard();
  const id = useId();
  return (
    <section className={styles['done']} aria-labelledby={id}>
      <h3 id={id} className={styles['title']}>
        <Check aria-hidden="true" />
        {t('record.done')}
      </h3>
      <p role="status">{t('record.doneHint')}</p>
      <Buttons>
        <Button look="primary" onClick={() => screen.open('takeHome')}>
          {t('record.doneTakeHome')}
        </Button>
        <Button onClick={onMeeting}>{t('record.doneMeeting')}</Button>
      </Buttons>
    </section>
  );
}

function NextMeetingFields() {
  const { t } = useTranslation();
  const { partnership } = useMap();
  return (
    <Part title={t('record.nextMeeting')}>
      <Quiet>{t('record.nextMeetingHint')}</Quiet>
      {fields.map((spec) => (
        <EntityField key={spec.field} collection="partnership" entity={partnership} spec={spec} onMoved={() => {}} />
      ))}
    </Part>
  );
}

function NextMeeting() {
  const { t, i18n } = useTranslation();
  const { next_meeting_on: day, next_meeting_where: where } = useMap().partnership;
  if (day === null) return null;
  const text = [wholeDay(new Date(`${day}T00:00:00`), i18n.language), where.trim()]
    .filter((part) => part !== '')
    .join(', ');
  return (
    <Part title={t('record.nextMeeting')}>
      <p>{text}</p>
    </Part>
  );
}
