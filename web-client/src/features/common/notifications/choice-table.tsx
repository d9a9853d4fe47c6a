import { Checkbox, NativeSelect, Table } from '@mantine/core';
import type { UseFormRegister } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { topics, type Settings } from './api';
import cls from './choice-table.module.css';
import { emailModes, type SettingsValues } from './settings-values';

type Props = { choices: Settings['choices']; register: UseFormRegister<SettingsValues> };

/** Each kind with its two channels, grouped by topic. */
export function ChoiceTable({ choices, register }: Props) {
  const { t } = useTranslation('notifications');
  const { t: called } = useTranslation('notices');
  const modes = emailModes.map((value) => ({ value, label: t(`email.${value}`) }));

  return (
    <Table className={cls.table ?? ''}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t('settings.kind')}</Table.Th>
          <Table.Th scope="col">{t('settings.inApp')}</Table.Th>
          <Table.Th scope="col">{t('settings.email')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      {topics
        .filter((topic) => choices.some((choice) => choice.topic === topic))
        .map((topic) => (
          <Table.Tbody key={topic}>
            <Table.Tr>
              <Table.Th colSpan={3} scope="rowgroup" className={cls.topic ?? ''}>
                {called(`topic.${topic}`)}
              </Table.Th>
            </Table.Tr>
            {choices
              .filter((choice) => choice.topic === topic)
              .map(({ kind }) => (
                <Table.Tr key={kind}>
                  <Table.Th scope="row" fw={400}>
                    {called(`kind.${kind}`)}
                  </Table.Th>
                  <Table.Td>
                    <Checkbox
                      aria-label={t('settings.inAppOf', { kind: called(`kind.${kind}`) })}
                      {...register(`choices.${kind}.inApp`)}
                    />
                  </Table.Td>
                  <Table.Td>
                    <NativeSelect
                      aria-label={t('settings.emailOf', { kind: called(`kind.${kind}`) })}
                      data={modes}
                      {...register(`choices.${kind}.email`)}
                    />
                  </Table.Td>
                </Table.Tr>
              ))}
          </Table.Tbody>
        ))}
    </Table>
  );
}
