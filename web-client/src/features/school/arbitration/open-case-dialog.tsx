import { Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { SelectField, TextAreaField, TextField } from '@/shared/ui/fields';
import { caseActs } from './acts';
import { refreshCases } from './api';
import { caseKinds, caseSubjects, type NewCase } from './types';

/** An organization where the reader works. */
export type Place = { id: string; name: string };
type Values = { organizationId: string; kind: NewCase['kind']; about: NewCase['about']; subject: string; statement: string; wish: string };
type Props = { places: readonly Place[]; opened: boolean; onClose: () => void };

/** Turns to the council; says beforehand who will read it. */
export function OpenCaseDialog({ places, opened, onClose }: Props) {
  const { t } = useTranslation('arbitration');
  const client = useQueryClient();
  const navigate = useNavigate();
  const key = useIdempotencyKey();
  const initial: Values = { organizationId: places[0]?.id ?? '', kind: 'Complaint', about: 'Conditions', subject: '', statement: '', wish: '' };

  return (
    <CommandDialog<Values>
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t('open.title')}
      submitLabel={t('open.send')}
      defaults={initial}
      onSend={async ({ subject, statement, wish, ...rest }) => {
        const { id } = await caseActs.open({ ...rest, subject: subject.trim(), statement: statement.trim(), wish: wish.trim() || null }, key.header);
        key.next();
        await refreshCases(client);
        void navigate({ to: '/cases/$caseId', params: { caseId: id } });
      }}
    >
      {({ control }) => (
        <>
          <Text size="sm" c="dimmed">
            {t('open.confidence')}
          </Text>
          {places.length > 1 && (
            <SelectField
              control={control}
              name="organizationId"
              label={t('field.organization')}
              options={places.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <SelectField
            control={control}
            name="kind"
            label={t('field.kind')}
            options={caseKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
          <SelectField
            control={control}
            name="about"
            label={t('field.about')}
            hint={t('open.aboutHint')}
            options={caseSubjects.map((value) => ({ value, label: t(`about.${value}`) }))}
          />
          <TextField control={control} name="subject" label={t('field.subject')} maxLength={300} required />
          <TextAreaField control={control} name="statement" label={t('field.statement')} rows={6} maxLength={8000} required />
          <TextAreaField control={control} name="wish" label={t('field.wish')} rows={2} maxLength={2000} />
        </>
      )}
    </CommandDialog>
  );
}
