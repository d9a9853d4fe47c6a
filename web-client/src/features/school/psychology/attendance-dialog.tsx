import { Checkbox, Stack } from '@mantine/core';
import { useController, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { TextAreaField } from '@/shared/ui/fields';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { psychology, psychologyActs, type Training } from './api';

type Values = { attended: string[]; outcome: string };
type Props = { organizationId: string; training: Training | undefined; onClose: () => void };

/** Who came to a training and what came of it. */
export function AttendanceDialog({ organizationId, training, onClose }: Props) {
  const { t } = useTranslation('psychology');
  return (
    <CommandDialog<Values>
      opened={training !== undefined}
      title={t('training.attendance')}
      onClose={onClose}
      defaults={{ attended: training?.people.map(({ personId }) => personId) ?? [], outcome: '' }}
      fields={['attended', 'outcome']}
      submitLabel={t('training.saveAttendance')}
      onSend={async ({ attended, outcome }) => {
        if (training) {
          await psychologyActs.holdTraining(organizationId, training.id, { version: training.version, attended, outcome: outcome.trim() });
        }
      }}
      refresh={psychology.all}
    >
      {({ control }) => (
        <>
          <People control={control} people={training?.people ?? []} />
          <TextAreaField control={control} name="outcome" label={t('training.outcome')} required maxLength={4000} />
        </>
      )}
    </CommandDialog>
  );
}

function People({ control, people }: { control: Control<Values>; people: Training['people'] }) {
  const { t } = useTranslation('psychology');
  const { field } = useController({ control, name: 'attended' });
  return (
    <Checkbox.Group label={t('training.came')} value={field.value} onChange={field.onChange}>
      <Stack gap="xs" mt={4}>
        {people.map(({ personId, name }, index) => (
          <Checkbox key={personId} {...(index === 0 ? { id: 'attended' } : {})} value={personId} label={name} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
