/** The three kinds of representative with one sentence each; saying nothing is a choice too. */
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { representativeKinds } from '#shared/wire/http.ts';
import styles from './KindChoice.module.css';

type Kind = (typeof representativeKinds)[number];

export interface KindChoiceProps {
  readonly kind: Kind | null;
  readonly onKind: (kind: Kind | null) => void;
}

export function KindChoice({ kind, onKind }: KindChoiceProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <fieldset className={styles['kinds']} aria-labelledby={id}>
      <div id={id} className={styles['legend']}>
        {t('join.kindLabel')} <span>({t('join.optional')})</span>
      </div>
      {representativeKinds.map((one) => (
        <label key={one} className={styles['kind']}>
          <input type="radio" name="kind" checked={kind === one} onChange={() => onKind(one)} />
          <KindSign kind={one} />
          <span>
            <span className={styles['name']}>{t(`kind.${one}`)}</span>
            <span className={styles['sentence']}>{t(`join.kind.${one}`)}</span>
          </span>
        </label>
      ))}
      <label className={styles['kind']}>
        <input type="radio" name="kind" checked={kind === null} onChange={() => onKind(null)} />
        <span className={styles['none']}>{t('join.kindNone')}</span>
      </label>
    </fieldset>
  );
}

/** The same form and letters as on the map: circle, square, diamond. */
function KindSign({ kind }: { readonly kind: Kind }) {
  const forms = {
    designee: { form: <circle cx="14" cy="14" r="12" fill="#12746c" />, size: 13 },
    doer: { form: <rect x="2" y="2" width="24" height="24" rx="5" fill="#b06a12" />, size: 12 },
    decision_maker: { form: <path d="M14 0 28 14 14 28 0 14Z" fill="#4a3db0" />, size: 9.5 },
  } as const;
  const { t } = useTranslation();
  const { form, size } = forms[kind];
  return (
    <svg className={styles['sign']} viewBox="0 0 28 28" aria-hidden="true">
      {form}
      <text
        x="14"
        y="14.5"
        fill="#ffffff"
        fontSize={size}
        fontWeight="700"
        textAnchor="middle"
        dominantBaseline="central"
      >
        {t(`map.letters.${kind}`)}
      </text>
    </svg>
  );
}
