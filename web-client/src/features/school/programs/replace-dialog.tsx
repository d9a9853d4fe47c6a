import { Text } from '@mantine/core';
import { useController, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { SelectField, TextAreaField } from '@/shared/ui/fields';
import { refreshPrograms } from './api';
import { PersonPicker, type PickedPerson } from './person-picker';
import { planActs } from './plan-acts';
import type { Program } from './types';

type Props = { program: Program; opened: boolean; onClose: () => void };
type Values = { leavingId: string; incomingId: PickedPerson | null; reason: string };

/** Another mentor takes over: the newcomer and everybody who stays sign first. */
export function ReplaceDialog({ program, opened, onClose }: Props) {
  const { t } = useTranslation('programs');
  const { id, version, participants } = program;
  const all = participants.filter(({ role }) => role === 'Mentor');
  const stay = all.filter(({ leftOn }) => !leftOn);
  // Where the last mentor has left already, somebody takes that one's place.
  const mentors = stay.length > 0 ? stay : all;
  return (
    <CommandDialog<Values>
      opened={opened}
      onClose={onClose}
      title={t('versions.replace')}
      submitLabel={t('versions.propose')}
      defaults={{ leavingId: mentors[0]?.personId ?? '', incomingId: null, reason: '' }}
      refresh={refreshPrograms}
      onSend={({ leavingId, incomingId, reason }) =>
        planActs.replace(id, { version, leavingId, incomingId: incomingId?.id ?? '', reason: reason.trim() })
      }
    >
      {({ control }) => (
        <>
          <Text>{t('versions.replaceText')}</Text>
          <SelectField
            control={control}
            name="leavingId"
            label={t('versions.leaving')}
            options={mentors.map(({ personId, name }) => ({ value: personId, label: name }))}
          />
          <Incoming control={control} program={program} />
          <TextAreaField control={control} name="reason" label={t('versions.why')} required maxLength={1000} />
        </>
      )}
    </CommandDialog>
  );
}

function Incoming({ control, program }: { control: Control<Values>; program: Program }) {
  const { t } = useTranslation('programs');
  const { field, fieldState } = useController({ control, name: 'incomingId', rules: { required: t('versions.chooseIncoming') } });
  return (
    <PersonPicker
      id="incomingId"
      organizationId={program.organizationId}
      label={t('versions.incoming')}
      required
      error={fieldState.error?.message}
      except={program.participants.map(({ personId }) => personId)}
      value={field.value ?? undefined}
      onChange={(person) => field.onChange(person ?? null)}
    />
  );
}
