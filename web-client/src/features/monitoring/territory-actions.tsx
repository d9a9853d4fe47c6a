import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { download } from '@/shared/api/download';
import { ExportButton } from '@/shared/ui/export-button';
import { exportPath } from './api';
import type { DashboardSearch } from './search';

type Props = { code: string; period: string; search: DashboardSearch };

export function TerritoryActions({ code, period, search }: Props) {
  const { t } = useTranslation('monitoring');

  return (
    <>
      <ExportButton
        label={t('export')}
        onExport={(format) => download(`${exportPath(code, period)}&format=${format}`, `indicators.${format.toLowerCase()}`)}
      />
      <Button
        className="no-print"
        variant="default"
        leftSection={<IconPrinter size={16} aria-hidden />}
        renderRoot={(props) => (
          <Link
            to="/analytics/$territory/report"
            params={{ territory: code }}
            search={{ indicator: search.indicator, period: search.period }}
            {...props}
          />
        )}
      >
        {t('report')}
      </Button>
    </>
  );
}
