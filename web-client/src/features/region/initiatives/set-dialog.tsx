import { Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { DateField, SelectField, TextAreaField, TextField } from '@/shared/ui/fields';
import { schoolTaskActs } from './acts';
import { initiatives } from './api';
import { SchoolPicker } from './school-picker';
import type { Setter } from './school-tasks-page';

type Values = { title: string; text: string; dueOn: string; whom: 'all' | 'chosen'; organizationIds: string[] };
type Props = { setter: Setter; initiativeId: string | undefined; opened: boolean; onClose: () => void };

/** A task for all schools of the territory, for chosen ones, or for those that a body stands behind. */
export function SetDialog({ setter, initiativeId, opened, onClose }: Props) {
  const { t } = useTranslation('initiatives');
  const navigate = useNavigate();
  const { territoryCode = null, bodyId = null } = setter;
  return (
    <CommandDialog<Values>
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t('set.title')}
      submitLabel={t('set.send')}
      defaults={{
        title: '',
        text: '',
        dueOn: '',
        whom: 'all',
        organizationIds: [],
      }}
      refresh={initiatives.all}
      onSend={async ({ title, text, dueOn, whom, organizationIds }, header) => {
        const { id } = await schoolTaskActs.set(
          {
            title: title.trim(),
            text: text.trim(),
            dueOn,
            territoryCode,
            bodyId,
            organizationIds: whom === 'chosen' ? organizationIds : null,
            initiativeId: initiativeId ?? null,
          },
          header,
        );
        await navigate({ to: '/school-tasks/$taskId', params: { taskId: id } });
      }}
    >
      {({ control }) => (
        <>
          <Text size="sm" c="dimmed">
            {t(initiativeId ? 'set.aboutInitiative' : bodyId ? 'set.aboutBody' : 'set.about', { name: setter.name })}
          </Text>
          <TextField control={control} name="title" required label={t('task.title')} maxLength={200} />
          <TextAreaField control={control} name="text" required rows={5} label={t('set.text')} hint={t('set.textHint')} maxLength={8000} />
          <DateField control={control} name="dueOn" required label={t('set.dueOn')} />
          <Whom control={control} setter={setter} />
        </>
      )}
    </CommandDialog>
  );
}

function Whom({ control, setter }: { control: Control<Values>; setter: Setter }) {
  const { t } = useTranslation('initiatives');
  const whom = useWatch({ control, name: 'whom' });
  const { territoryCode, bodyId = '' } = setter;
  return (
    <>
      <SelectField
        control={control}
        name="whom"
        label={t('set.whom')}
        options={[
          { value: 'all', label: t(territoryCode ? 'set.whomOf.all' : 'set.whomOf.supported') },
          { value: 'chosen', label: t('set.whomOf.chosen') },
        ]}
      />
      {whom === 'chosen' && <SchoolPicker control={control} name="organizationIds" of={territoryCode ? { territoryCode } : { bodyId }} />}
    </>
  );
}
