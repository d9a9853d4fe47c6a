import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

export type ExportFormat = 'Csv' | 'Xlsx';

type Props = {
  label: string;
  disabled?: boolean;
  /** Makes the file and hands it to the browser. */
  onExport: (format: ExportFormat) => Promise<unknown>;
};

/** A table as a file: for any program, or for Excel. */
export function ExportButton({ label, disabled = false, onExport }: Props) {
  const { t } = useTranslation();
  const file = useMutation({ mutationKey: ['export'], mutationFn: onExport });
  const isMaking = (format: ExportFormat) => file.isPending && file.variables === format;

  return (
    <Button.Group>
      <Button
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        disabled={disabled}
        loading={isMaking('Csv')}
        onClick={() => file.mutate('Csv')}
      >
        {label}
      </Button>
      <Button
        variant="default"
        px="xs"
        aria-label={t('export.xlsxOf', { label })}
        disabled={disabled}
        loading={isMaking('Xlsx')}
        onClick={() => file.mutate('Xlsx')}
      >
        {t('export.xlsx')}
      </Button>
    </Button.Group>
  );
}
