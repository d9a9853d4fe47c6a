import { useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { parseNumber } from '@/shared/i18n/numbers';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { DateField, NumberField, SelectField, TextField } from '@/shared/ui/fields';
import { planActs } from './plan-acts';
import { recordKinds, type ProgramRecord } from './plan-api';
import type { Program } from './types';
import { useAct } from './use-act';

type Values = {
  kind: ProgramRecord['kind'];
  title: string;
  provider: string;
  hours: string;
  documentNumber: string;
  startsOn: string;
  endsOn: string;
};

type Props = { program: Program; opened: boolean; onClose: () => void };

/** Ties the program to a course, or to an item of the methodical plan. */
export function RecordDialog({ program, opened, onClose }: Props) {
  const { t } = useTranslation('programs');
  const key = useIdempotencyKey();
  const { act, dialog } = useAct();
  const { startsOn, endsOn } = program;
  const initial: Values = { kind: 'ProfessionalDevelopment', title: '', provider: '', hours: '', documentNumber: '', startsOn, endsOn };

  return (
    <>
      <CommandDialog<Values>
        opened={opened}
        onClose={onClose}
        title={t('records.addTitle')}
        submitLabel={t('records.add')}
        defaults={initial}
        onSend={async ({ kind, title, provider, hours, documentNumber, ...term }) => {
          const course = kind === 'ProfessionalDevelopment' && {
            provider: provider.trim(),
            hours: parseNumber(hours) ?? null,
            documentNumber: documentNumber.trim() || null,
          };
          const body = { kind, title: title.trim(), ...term, ...course };
          const done = await act(() => planActs.addRecord(program.id, body, key.header));
          if (done) key.next();
          return done;
        }}
      >
        {({ control }) => <Fields control={control} />}
      </CommandDialog>
      {dialog}
    </>
  );
}

function Fields({ control }: { control: Control<Values> }) {
  const { t } = useTranslation('programs');
  const kind = useWatch({ control, name: 'kind' });
  return (
    <>
      <SelectField
        control={control}
        name="kind"
        label={t('records.kindField')}
        options={recordKinds.map((value) => ({ value, label: t(`records.kind.${value}`) }))}
      />
      <TextField control={control} name="title" label={t('records.name')} required maxLength={300} />
      {kind === 'ProfessionalDevelopment' && (
        <>
          <TextField control={control} name="provider" label={t('records.provider')} required maxLength={300} />
          <NumberField control={control} name="hours" label={t('records.hours')} required />
          <TextField
            control={control}
            name="documentNumber"
            label={t('records.document')}
            hint={t('records.documentHint')}
            maxLength={100}
          />
        </>
      )}
      <DateField control={control} name="startsOn" label={t('field.startsOn')} required />
      <DateField control={control} name="endsOn" label={t('field.endsOn')} required />
    </>
  );
}
