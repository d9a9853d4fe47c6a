import { useTranslation } from 'react-i18next';
import { lastDay } from '@/shared/i18n/dates';
import { endAfter } from '@/shared/ui/fields-end';
import { parseNumber } from '@/shared/i18n/numbers';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { DateField, NumberField, SelectField, TextAreaField } from '@/shared/ui/fields';
import type { Entitlement, Kind, PaidHow, SourceLevel, Terms } from './api';
import cls from './entitlements.module.css';

const kinds = ['Mentoring', 'NoProbation', 'EmploymentHelp', 'Development', 'PaySupplement', 'Allowance', 'OtherPayment'] as const satisfies readonly Kind[];
const levels = ['FederalLaw', 'RegionalLaw', 'Agreement', 'LocalAct'] as const satisfies readonly SourceLevel[];
const ways = ['Once', 'Monthly', 'Yearly'] as const satisfies readonly PaidHow[];
const inMoney: readonly string[] = ['PaySupplement', 'Allowance', 'OtherPayment'];
const fields = ['kind', 'sourceLevel', 'source', 'startsOn', 'endsOn', 'amountKopecks', 'paid', 'note'].map((name) => `terms.${name}`);

type Props = { opened: boolean; item?: Entitlement; onClose: () => void; onSave: (terms: Terms) => Promise<boolean> };

type Values = {
  terms: Omit<Terms, 'amountKopecks' | 'endsOn' | 'paid'> & {
    endsOn: string;
    /** In roubles while on the screen. */ amountKopecks: string;
    paid: PaidHow;
  };
};

const valuesOf = (item: Entitlement | undefined): Values => ({
  terms: {
    kind: item?.kind ?? 'Mentoring',
    sourceLevel: item?.sourceLevel ?? 'FederalLaw',
    source: item?.source ?? '',
    startsOn: item?.startsOn ?? '',
    endsOn: item?.endsOn ? lastDay(item.endsOn) : '',
    amountKopecks: item?.amountKopecks == null ? '' : String(item.amountKopecks / 100).replace('.', ','),
    paid: item?.paid ?? 'Once',
    note: item?.note ?? '',
  },
});

const termsOf = ({ terms }: Values): Terms => {
  const roubles = inMoney.includes(terms.kind) ? parseNumber(terms.amountKopecks) : undefined;
  return {
    ...terms,
    endsOn: endAfter(terms.endsOn),
    amountKopecks: roubles == null ? null : Math.round(roubles * 100),
    paid: roubles == null ? null : terms.paid,
  };
};

/** A measure of support with its legal source. */
export function EntitlementDialog({ opened, item, onClose, onSave }: Props) {
  const { t } = useTranslation('entitlements');
  return (
    <CommandDialog<Values>
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t(item ? 'revise' : 'add')}
      submitLabel={t('save')}
      defaults={valuesOf(item)}
      fields={fields}
      onSend={(values) => onSave(termsOf(values))}
    >
      {({ control, watch }) => (
        <>
          <div className={cls.grid}>
            <SelectField
              control={control}
              name="terms.kind"
              label={t('field.kind')}
              options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            />
            <SelectField
              control={control}
              name="terms.sourceLevel"
              label={t('field.level')}
              options={levels.map((value) => ({ value, label: t(`level.${value}`) }))}
            />
          </div>
          <TextAreaField control={control} name="terms.source" label={t('field.source')} hint={t('field.sourceHint')} required rows={2} />
          <div className={cls.grid}>
            <DateField control={control} name="terms.startsOn" label={t('field.startsOn')} required />
            <DateField control={control} name="terms.endsOn" label={t('field.endsOn')} hint={t('field.endsOnHint')} />
          </div>
          {inMoney.includes(watch('terms.kind')) && (
            <div className={cls.grid}>
              <NumberField control={control} name="terms.amountKopecks" label={t('field.amount')} unit="₽" required />
              <SelectField control={control} name="terms.paid" label={t('field.paid')} options={ways.map((value) => ({ value, label: t(`paid.${value}`) }))} />
            </div>
          )}
          <TextAreaField control={control} name="terms.note" label={t('field.note')} rows={2} />
        </>
      )}
    </CommandDialog>
  );
}
