import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { parseNumber } from '@/shared/i18n/numbers';
import { ErrorSummary } from '@/shared/ui/error-summary';
import { NumberField, SelectField } from '@/shared/ui/fields';
import { useFormFaults } from '@/shared/ui/use-form-faults';
import { matchingActs, type Mentor } from './api';

type Props = { organizationId: string; opened: boolean; mentors: readonly Mentor[]; onClose: () => void };

/** A mentor leads several mentees on one competence area. */
export function GroupDialog({ opened, ...form }: Props) {
  const { t } = useTranslation('matching');
  return (
    <Modal opened={opened} onClose={form.onClose} title={t('groups.open')}>
      <Form {...form} />
    </Modal>
  );
}

type Values = { mentorId: string; areaCode: string; seats: string };
const FIELDS = ['mentorId', 'areaCode', 'seats'] as const;

function Form({ organizationId, mentors, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('matching');
  const { t: common } = useTranslation();
  const areas = useDictionary('competence-area');
  const { header } = useIdempotencyKey();
  const open = useMutation(matchingActs.openGroup(organizationId, header));
  const form = useForm<Values>({
    defaultValues: { mentorId: '', areaCode: '', seats: '4' },
    shouldFocusError: false,
  });
  const { submit, summary } = useFormFaults(form, FIELDS);
  const { control } = form;

  const send = submit(async ({ seats, ...values }) => {
    await open.mutateAsync({ ...values, seats: parseNumber(seats) ?? 0 });
    onClose();
  });

  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary {...summary} />
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('groups.about')}
        </Text>
        <SelectField
          control={control}
          name="mentorId"
          required
          label={t('groups.mentor')}
          empty={t('groups.chooseMentor')}
          options={mentors.map((mentor) => ({
            value: mentor.personId,
            label: t('groups.mentorFree', { name: mentor.name, count: Math.max(0, mentor.capacity - mentor.taken) }),
          }))}
        />
        <SelectField
          control={control}
          name="areaCode"
          required
          label={t('groups.area')}
          empty={t('groups.chooseArea')}
          options={areas.options}
        />
        <NumberField control={control} name="seats" required label={t('groups.seatsLabel')} hint={t('groups.seatsHint')} />
        <Group justify="end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {common('form.cancel')}
          </Button>
          <Button type="submit" loading={open.isPending}>
            {t('groups.openConfirm')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
