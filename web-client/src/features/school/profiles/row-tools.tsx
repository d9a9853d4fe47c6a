import { ActionIcon, Group } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

type Props = { row: string; isFirst: boolean; isLast: boolean; onMove: (by: -1 | 1) => void; onRemove: () => void };

/** Moves and removes a row whose place means importance. */
export function RowTools({ row, isFirst, isLast, onMove, onRemove }: Props) {
  const { t } = useTranslation('profiles');
  const look = { variant: 'subtle', color: 'gray', size: 'md' } as const;
  return (
    <Group gap={2} wrap="nowrap">
      <ActionIcon {...look} disabled={isFirst} aria-label={t('row.up', { row })} onClick={() => onMove(-1)}>
        <IconArrowUp size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon {...look} disabled={isLast} aria-label={t('row.down', { row })} onClick={() => onMove(1)}>
        <IconArrowDown size={16} aria-hidden />
      </ActionIcon>
      <ActionIcon {...look} aria-label={t('row.remove', { row })} onClick={onRemove}>
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
