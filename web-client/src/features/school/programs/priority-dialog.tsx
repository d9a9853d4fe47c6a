import { useState } from 'react';
import { ActionIcon, Group, Text } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { planActs } from './plan-acts';
import cls from './program-page.module.css';
import type { Program } from './types';
import { useAct } from './use-act';

type Props = { program: Program; opened: boolean; onClose: () => void };

/** The mentee says what matters most. */
export function PriorityDialog({ program, opened, onClose }: Props) {
  const { t } = useTranslation('programs');
  const { act, dialog } = useAct();
  const [changed, setChanged] = useState<string[]>();
  const ranked = [...program.goals].sort((a, b) => (a.priority ?? a.position) - (b.priority ?? b.position));
  const order = changed ?? ranked.map(({ id }) => id);
  const close = () => {
    setChanged(undefined);
    onClose();
  };
  const move = (index: number, by: -1 | 1) => {
    const next = [...order];
    next.splice(index + by, 0, ...next.splice(index, 1));
    setChanged(next);
  };

  return (
    <>
      <ConfirmDialog
        opened={opened}
        onClose={close}
        title={t('pace.prioritise')}
        confirmLabel={t('pace.save')}
        onConfirm={() => act(() => planActs.prioritise(program.id, program.version, order))}
      >
        <Text>{t('pace.priorityText')}</Text>
        <ol className={cls.plain}>
          {order.map((id, index) => {
            const row = program.goals.find((one) => one.id === id)?.goal ?? '';
            return (
              <li key={id}>
                <Group justify="space-between" wrap="nowrap">
                  <Text>
                    {index + 1}. {row}
                  </Text>
                  <Group gap={4} wrap="nowrap">
                    <ActionIcon
                      variant="default"
                      size={36}
                      disabled={index === 0}
                      aria-label={t('row.up', { row })}
                      onClick={() => move(index, -1)}
                    >
                      <IconArrowUp size={16} aria-hidden />
                    </ActionIcon>
                    <ActionIcon
                      variant="default"
                      size={36}
                      disabled={index === order.length - 1}
                      aria-label={t('row.down', { row })}
                      onClick={() => move(index, 1)}
                    >
                      <IconArrowDown size={16} aria-hidden />
                    </ActionIcon>
                  </Group>
                </Group>
              </li>
            );
          })}
        </ol>
      </ConfirmDialog>
      {dialog}
    </>
  );
}
