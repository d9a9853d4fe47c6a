import { Button, Checkbox, Popover, Stack } from '@mantine/core';
import { IconColumns } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Column } from './column';

type Props = {
  columns: readonly Pick<Column<never>, 'id' | 'header' | 'rowHeader'>[];
  hidden: ReadonlySet<string>;
  onToggle: (id: string) => void;
};

export function ColumnChoice({ columns, hidden, onToggle }: Props) {
  const { t } = useTranslation();

  return (
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="subtle" size="compact-sm" leftSection={<IconColumns size={16} aria-hidden />}>
          {t('table.columns')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('table.columns')}>
        <Stack gap="xs">
          {columns.map(({ id, header, rowHeader }) => (
            <Checkbox
              key={id}
              size="sm"
              label={header}
              checked={!hidden.has(id)}
              disabled={rowHeader === true}
              onChange={() => onToggle(id)}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
