import { ActionIcon, Button, Group } from '@mantine/core';
import { IconPencil, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { StatusTag } from '@/shared/ui/status-tag';
import type { Need } from './api';

type Props = {
  name: string;
  need: Need | null;
  /** Absent: only to be read. */
  onSet?: () => void;
  onClear?: () => void;
};

/** Why somebody needs a mentor, with the two acts on it. */
export function NeedCell({ name, need, onSet, onClear }: Props) {
  const { t } = useTranslation('people');
  if (!need) {
    if (!onSet) return '—';
    return (
      <Button size="compact-sm" variant="subtle" aria-label={t('need.setFor', { name })} onClick={onSet}>
        {t('need.set')}
      </Button>
    );
  }

  return (
    <Group gap={4} wrap="nowrap" justify="space-between">
      <span style={{ overflow: 'hidden', textOverflow: 'ellipsis' }} title={need.note ?? undefined}>
        <StatusTag tone="wait">{t(`needCategory.${need.category}`)}</StatusTag>
      </span>
      {onSet && onClear && (
        <Group gap={2} wrap="nowrap" className="no-print">
          <ActionIcon variant="subtle" color="gray" aria-label={t('need.changeFor', { name })} onClick={onSet}>
            <IconPencil size={16} aria-hidden />
          </ActionIcon>
          <ActionIcon variant="subtle" color="gray" aria-label={t('need.clearFor', { name })} onClick={onClear}>
            <IconX size={16} aria-hidden />
          </ActionIcon>
        </Group>
      )}
    </Group>
  );
}
