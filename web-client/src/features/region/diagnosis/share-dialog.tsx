import { Checkbox, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { diagnosisActs } from './acts';
import { diagnosis, type Diagnosis } from './api';

type Values = { people: string[]; organizations: string[] };

/** Who reads it: whom the list leaves out reads it no longer. */
export function ShareDialog({ opened, onClose, result }: { opened: boolean; onClose: () => void; result: Diagnosis }) {
  const { t } = useTranslation('diagnosis');
  const { data } = useQuery(diagnosis.helpers(result.organizationId));
  const now = (organization: boolean) => result.readers.filter((reader) => reader.organization === organization).map(({ id, name }) => ({ id, name }));
  const more = <T extends { id: string }>(known: T[], those: T[]) => [...known, ...those.filter(({ id }) => known.every((one) => one.id !== id))];
  const people = more((data?.people ?? []).map(({ personId: id, name, role }) => ({ id, name: `${name} — ${t(`role.${role as 'Expert'}`)}` })), now(false));
  const places = more(
    (data?.organizations ?? []).map(({ id, name, school }) => ({ id, name: school ? t('readers.school', { name }) : name })),
    now(true),
  );

  return (
    <CommandDialog<Values>
      opened={opened}
      onClose={onClose}
      title={t('readers.change')}
      submitLabel={t('readers.save')}
      defaults={{ people: now(false).map(({ id }) => id), organizations: now(true).map(({ id }) => id) }}
      refresh={diagnosis.all}
      onSend={({ people: persons, organizations }) => diagnosisActs.share(result.id, result.version, persons, organizations)}
    >
      {({ control }) => (
        <>
          <Text size="sm">{t('readers.hint')}</Text>
          {(['people', 'organizations'] as const).map((name) => (
            <Controller
              key={name}
              control={control}
              name={name}
              render={({ field, fieldState }) => (
                <Checkbox.Group label={t(`readers.${name}`)} value={field.value} onChange={field.onChange} error={fieldState.error?.message}>
                  <Stack gap="xs" mt="xs">
                    {(name === 'people' ? people : places).map((one) => (
                      <Checkbox key={one.id} value={one.id} label={one.name} />
                    ))}
                    {name === 'people' && people.length === 0 && <Text size="sm">{t('readers.noPeople')}</Text>}
                  </Stack>
                </Checkbox.Group>
              )}
            />
          ))}
        </>
      )}
    </CommandDialog>
  );
}
