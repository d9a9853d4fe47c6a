import { Button } from '@mantine/core';
import { IconDownload, IconPrinter } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { download } from '@/shared/api/download';
import { exportPath } from './api';
import type { DashboardSearch } from './search';

type Props = { code: string; period: string; search: DashboardSearch };

export function TerritoryActions({ code, period, search }: Props) {
  const { t } = useTranslation('monitoring');
  const csv = useMutation({ mutationFn: () => download(exportPath(code, period), 'indicators.csv') });

  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDownload size={16} aria-hidden />}
        loading={csv.isPending}
        onClick={() => csv.mutate()}
      >
        {t('export')}
      </Button>
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
