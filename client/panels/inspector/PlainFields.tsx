/** Fields that are typed: words in a row, and a value of a day. */
import { useTranslation } from 'react-i18next';
import { asList, asNumber, asText, type FieldOf } from './fieldOf.ts';
import { DayField, GroupField, LineField, NumberField } from './Fields.tsx';

export function HelpersField({ of: { frame, value, write } }: { readonly of: FieldOf }) {
  return (
    <LineField
      {...frame}
      value={asList(value).join(', ')}
      onValue={(next) =>
        write(
          next
            .split(',')
            .map((one) => one.trim())
            .filter((one) => one !== ''),
        )
      }
    />
  );
}

export function DatedField({ of: { frame, value, write } }: { readonly of: FieldOf }) {
  const { t } = useTranslation();
  const { readOnly } = frame;
  const dated = datedOf(value);
  return (
    <GroupField {...frame}>
      <NumberField
        label={t('map.details.value')}
        readOnly={readOnly}
        value={dated.value}
        onValue={(next) => write({ ...dated, value: next })}
      />
      <DayField
        label={t('map.details.day')}
        readOnly={readOnly}
        value={dated.date}
        onValue={(next) => write({ ...dated, date: next })}
      />
    </GroupField>
  );
}

function datedOf(value: unknown): { readonly value: number | null; readonly date: string | null } {
  if (typeof value !== 'object' || value === null) return { value: null, date: null };
  return { value: asNumber(Reflect.get(value, 'value')), date: asText(Reflect.get(value, 'date')) || null };
}
