import { ActionIcon, Button, Skeleton, Title } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useController, useFieldArray, useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { noPerson, type ProgramValues } from './editor-values';
import cls from './program-editor.module.css';
import { later } from '@/shared/ui/later';

const PersonPicker = later(async () => (await import('./person-picker')).PersonPicker, () => <Skeleton h={36} w={240} />);

const roles = ['Mentor', 'Mentee'] as const;

export function EditorPeople({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation('programs');
  const { control } = useFormContext<ProgramValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'participants' });

  return (
    <section className={cls.section} aria-labelledby="participants">
      <Title order={2} id="participants" tabIndex={-1} mb="sm">
        {t('people.title')}
      </Title>
      <div className={cls.grid}>
        {roles.map((role) => {
          const indexes = fields.flatMap((field, index) => (field.role === role ? [index] : []));
          return (
            <div key={role}>
              <ul className={cls.rows}>
                {indexes.map((index) => (
                  <li key={fields[index]!.id} className={cls.person}>
                    <Person organizationId={organizationId} index={index} label={t(`role.${role}`)} />
                    {indexes.length > 1 && (
                      <ActionIcon
                        mt={24}
                        size={36}
                        variant="subtle"
                        color="gray"
                        aria-label={t('people.remove', { role: t(`role.${role}`) })}
                        onClick={() => remove(index)}
                      >
                        <IconTrash size={18} aria-hidden />
                      </ActionIcon>
                    )}
                  </li>
                ))}
              </ul>
              <Button
                mt="xs"
                size="compact-sm"
                variant="subtle"
                leftSection={<IconPlus size={16} aria-hidden />}
                onClick={() => append(noPerson(role), { shouldFocus: false })}
              >
                {t(`people.add.${role}`)}
              </Button>
            </div>
          );
        })}
      </div>
    </section>
  );
}

type PersonProps = { organizationId: string; index: number; label: string };

function Person({ organizationId, index, label }: PersonProps) {
  const { t } = useTranslation('programs');
  const { control, setValue } = useFormContext<ProgramValues>();
  const name = `participants.${index}.personId` as const;
  const { field, fieldState } = useController({
    control,
    name,
    rules: { required: t('people.choose', { role: label }) },
  });
  const people = useWatch({ control, name: 'participants' });
  const chosen = people[index];

  return (
    <PersonPicker
      id={name}
      organizationId={organizationId}
      label={label}
      required
      error={fieldState.error?.message}
      except={people.flatMap(({ personId }, other) => (other !== index && personId ? [personId] : []))}
      value={field.value && chosen ? { id: field.value, name: chosen.name } : undefined}
      onChange={(person) => {
        field.onChange(person?.id ?? '');
        setValue(`participants.${index}.name`, person?.name ?? '');
      }}
    />
  );
}
