/** What of the board can be taken home: everything as one ZIP, each file alone, and this page with its drawings. */
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRole } from '#client/board/BoardContext.ts';
import { packFile } from '#shared/wire/export.ts';
import { paperOf, type PaperSize } from '#shared/wire/paper.ts';
import { mayDo } from '#shared/wire/roles.ts';
import { PaperChoice } from './PaperChoice.tsx';
import { PackPart } from './PackPart.tsx';
import { SensitivePart } from './SensitivePart.tsx';
import { SinceChoice, useMoments } from './SinceChoice.tsx';
import { SingleFiles } from './SingleFiles.tsx';
import { takeHomeQuery, type Choice } from './takeHomeQuery.ts';
import styles from './TakeHomePanel.module.css';
import { TakingState } from './TakingState.tsx';
import { useIdeas } from './useIdeas.ts';
import { useTaking } from './useTaking.ts';

export interface TakeHomePanelProps {
  /** faults of this page, without content */
  readonly report: (fault: unknown) => void;
}

export function TakeHomePanel({ report }: TakeHomePanelProps) {
  const { t } = useTranslation();
  const id = useId();
  const taking = useTaking(report);
  const [chosen, setChosen] = useState<ReadonlySet<Choice>>(new Set());
  const isFacilitator = mayDo(useRole(), 'administer');
  const ideas = useIdeas();
  const moments = useMoments();
  const [since, setSince] = useState('');
  const [paper, setPaper] = useState<PaperSize>(() => paperOf(navigator.language));
  const queryFor = (file: string): string => takeHomeQuery(file, chosen, since, paper);
  const toggle = (one: Choice): void => {
    const next = new Set(chosen);
    if (!next.delete(one)) next.add(one);
    setChosen(next);
  };
  return (
    <div className={styles['panel']}>
      <p className={styles['quiet']}>{t('takeHome.lead')}</p>
      <SensitivePart headingId={`${id}-check`} ideas={ideas} />
      <SinceChoice id={`${id}-since`} moments={moments} value={since} onChange={setSince} />
      <PaperChoice id={`${id}-paper`} value={paper} onChange={setPaper} />
      {isFacilitator && (
        <PackPart
          id={id}
          chosen={chosen}
          onToggle={toggle}
          isBusy={taking.busy !== null}
          onTake={() => taking.take(packFile, queryFor(packFile))}
        />
      )}
      <TakingState taking={taking} />
      <SingleFiles id={id} isFacilitator={isFacilitator} taking={taking} queryFor={queryFor} />
    </div>
  );
}
