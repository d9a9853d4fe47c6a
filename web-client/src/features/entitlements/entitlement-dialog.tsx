import { Button, Group, Modal, Stack } from '@mantine/core';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { parseNumber } from '@/shared/i18n/numbers';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { DateField, NumberField, SelectField, TextAreaField } from '@/shared/ui/fields';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import type { Entitlement, Kind, PaidHow, SourceLevel, Terms } from './api';
import cls from './entitlements.module.css';

const kinds = ['Mentoring', 'NoProbation', 'EmploymentHelp', 'Development', 'PaySupplement', 'Allowance', 'OtherPayment'] as const satisfies readonly Kind[];
const levels = ['FederalLaw', 'RegionalLaw', 'Agreement', 'LocalAct'] as const satisfies readonly SourceLevel[];
const ways = ['Once', 'Monthly', 'Yearly'] as const satisfies readonly PaidHow[];
const inMoney: readonly string[] = ['PaySupplement', 'Allowance', 'OtherPayment'];
const fields = ['kind', 'sourceLevel', 'source', 'startsOn', 'endsOn', 'amountKopecks', 'paid', 'note'].map((name) => `terms.${name}`);

type Props = { opened: boolean; item?: Entitlement; onClose: () => void; onSave: (terms: Terms) => Promise<boolean> };

/** A measure of support with its legal source. */
export function EntitlementDialog({ opened, ...form }: Props) {
  const { t } = useTranslation('entitlements');
  return (
    <Modal opened={opened} onClose={form.onClose} title={t(form.item ? 'revise' : 'add')} size="lg">
      <Form {...form} />
    </Modal>
  );
}

function Form({ item, onClose, onSave }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('entitlements');
  const { t: common } = useTranslation();
  const form = useForm({
    shouldFocusError: false,
    defaultValues: {
      terms: {
        kind: item?.kind ?? ('Mentoring' as Kind),
        sourceLevel: item?.sourceLevel ?? ('FederalLaw' as SourceLevel),
        source: item?.source ?? '',
        startsOn: item?.startsOn ?? '',
        endsOn: item?.endsOn ?? '',
        /** In roubles while on the screen. */
        amountKopecks: item?.amountKopecks == null ? '' : String(item.amountKopecks / 100).replace('.', ','),
        paid: item?.paid ?? ('Once' as PaidHow),
        note: item?.note ?? '',
      },
    },
  });
  const { control, formState } = form;
  const { submit, summary } = useFormFaults(form, fields);
  const kind = useWatch({ control, name: 'terms.kind' });
  const isMoney = inMoney.includes(kind);

  const send = submit(async ({ terms }) => {
    const roubles = isMoney ? parseNumber(terms.amountKopecks) : undefined;
    const saved = await onSave({
      ...terms,
      endsOn: terms.endsOn || null,
      amountKopecks: roubles == null ? null : Math.round(roubles * 100),
      paid: roubles == null ? null : terms.paid,
    });
    if (saved) onClose();
  });

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary {...summary} />
      <Stack gap="md">
        <div className={cls.grid}>
          <SelectField control={control} name="terms.kind" label={t('field.kind')} options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))} />
          <SelectField control={control} name="terms.sourceLevel" label={t('field.level')} options={levels.map((value) => ({ value, label: t(`level.${value}`) }))} />
        </div>
        <TextAreaField control={control} name="terms.source" label={t('field.source')} hint={t('field.sourceHint')} required rows={2} />
        <div className={cls.grid}>
          <DateField control={control} name="terms.startsOn" label={t('field.startsOn')} required />
          <DateField control={control} name="terms.endsOn" label={t('field.endsOn')} hint={t('field.endsOnHint')} />
        </div>
        {isMoney && (
          <div className={cls.grid}>
            <NumberField control={control} name="terms.amountKopecks" label={t('field.amount')} unit="₽" required />
            <SelectField control={control} name="terms.paid" label={t('field.paid')} options={ways.map((value) => ({ value, label: t(`paid.${value}`) }))} />
          </div>
        )}
        <TextAreaField control={control} name="terms.note" label={t('field.note')} rows={2} />
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {common('form.cancel')}
          </Button>
          <Button type="submit" loading={formState.isSubmitting}>
            {t('save')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
