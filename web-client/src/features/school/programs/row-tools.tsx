import { ActionIcon } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

type Props = {
  /** What the row is in words, e.g. "мероприятие 2". */
  row: string;
  isFirst: boolean;
  isLast: boolean;
  onMove?: (by: -1 | 1) => void;
  onRemove: () => void;
};

/** Moves and removes a row of a form. */
export function RowTools({ row, isFirst, isLast, onMove, onRemove }: Props) {
  const { t } = useTranslation('programs');
  const look = { variant: 'subtle', color: 'gray', size: 'md' } as const;

  return (
    <>
      {onMove && (
        <>
          <ActionIcon
            {...look}
            data-move="-1"
            disabled={isFirst}
            aria-label={t('row.up', { row })}
            onClick={() => onMove(-1)}
          >
            <IconArrowUp size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon
            {...look}
            data-move="1"
            disabled={isLast}
            aria-label={t('row.down', { row })}
            onClick={() => onMove(1)}
          >
            <IconArrowDown size={16} aria-hidden />
          </ActionIcon>
        </>
      )}
      <ActionIcon {...look} aria-label={t('row.remove', { row })} onClick={onRemove}>
        <IconTrash size={16} aria-hidden />
      </ActionIcon>
    </>
  );
}
