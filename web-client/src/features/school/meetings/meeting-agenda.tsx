import { ActionIcon, Button, Group, Stack, Text } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useFieldArray, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { SelectField, TextField } from '@/shared/ui/fields';
import type { MeetingValues } from './meeting-values';
import type { GoalOption } from './types';

const MOST = 20;

/** What a meeting is to speak of, each topic with the goal that it serves. */
export function MeetingAgenda({ control, goals }: { control: Control<MeetingValues>; goals: readonly GoalOption[] }) {
  const { t } = useTranslation('meetings');
  const { fields, append, remove } = useFieldArray({ control, name: 'agenda' });

  return (
    <Stack gap="xs" role="group" aria-label={t('agenda.title')}>
      {fields.length > 0 && (
        <Text fw={600} size="sm">
          {t('agenda.title')}
        </Text>
      )}
      {fields.map(({ id }, index) => (
        <Group key={id} align="end" gap="xs" wrap="nowrap">
          <Stack gap={4} style={{ flex: 1, minWidth: 0 }}>
            <TextField
              control={control}
              name={`agenda.${index}.text`}
              label={t('agenda.topic', { number: index + 1 })}
              required
              maxLength={300}
            />
            {goals.length > 0 && (
              <SelectField
                control={control}
                name={`agenda.${index}.goalId`}
                label={t('agenda.goalOf', { number: index + 1 })}
                hideLabel
                empty={t('agenda.noGoal')}
                options={goals.map((goal) => ({ value: goal.id, label: goal.goal }))}
              />
            )}
          </Stack>
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t('agenda.remove', { number: index + 1 })}
            onClick={() => remove(index)}
          >
            <IconTrash size={16} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {fields.length < MOST && (
        <Group>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus size={14} aria-hidden />}
            onClick={() => append({ text: '', goalId: '' }, { focusName: `agenda.${fields.length}.text` })}
          >
            {t('agenda.add')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
