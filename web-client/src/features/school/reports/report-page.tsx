import { useState, type ReactNode } from 'react';
import { Button, NativeSelect, Text } from '@mantine/core';
import { IconFileTypeDocx, IconPrinter } from '@tabler/icons-react';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { download } from '@/shared/api/download';
import { schoolYearName } from '@/shared/i18n/school-year';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { Failure } from '@/shared/ui/failure';
import { FilterBar } from '@/shared/ui/filter-bar';
import { dialogLater } from '@/shared/ui/later';
import { RecordHeader } from '@/shared/ui/record-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { useRefreshingAct } from '@/shared/ui/use-refreshing-act';
import { reportActs, reportFile, reports, type Report, type ReportBlock } from './api';

const ReportDialog = dialogLater(async () => (await import('./report-dialog')).ReportDialog);

const YEARS = 5;
const tones = { None: 'off', Draft: 'wait', Approved: 'ok' } as const;

type Props = {
  organizationId: string;
  schoolYear: number;
  onYear: (year: number) => void;
  /** The sheet, which another feature draws. */
  paper: (blocks: readonly ReportBlock[], label: string) => ReactNode;
};

/** A school year's report: the sheet as it is filed, and what can be done with it now. */
export function ReportPage({ organizationId, schoolYear, onYear, paper }: Props) {
  const { t } = useTranslation('reports');
  const format = useFormat();
  const { data: report } = useSuspenseQuery(reports.detail(organizationId, schoolYear));
  const [asking, setAsking] = useState<'write' | 'approve'>();
  const client = useQueryClient();
  const { act, dialog } = useRefreshingAct(() => client.invalidateQueries({ queryKey: reports.all() }));
  const file = useMutation({
    meta: { inline: true },
    mutationFn: () => download(reportFile(organizationId, schoolYear), `${t('file')}.docx`),
  });
  const years = Array.from({ length: YEARS }, (_, ago) => report.currentYear - ago);
  const approved = report.approvedAt && t('approved', { name: report.approvedByName, date: format.date(report.approvedAt) });

  return (
    <>
      <div className="no-print">
        <RecordHeader
          title={t('title')}
          status={<StatusTag tone={tones[report.status]}>{t(`status.${report.status}`)}</StatusTag>}
          facts={[
            { label: t('writtenBy'), value: report.writtenByName ?? t('nobody') },
            ...(approved ? [{ label: t('approvedBy'), value: approved }] : []),
          ]}
        >
          <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => print()}>
            {t('print')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconFileTypeDocx size={16} aria-hidden />}
            loading={file.isPending}
            onClick={() => file.mutate()}
          >
            {t('docx')}
          </Button>
          {report.mayWrite && (
            <Button variant={report.mayApprove ? 'default' : 'filled'} onClick={() => setAsking('write')}>
              {t('write')}
            </Button>
          )}
          {report.mayApprove && <Button onClick={() => setAsking('approve')}>{t('approve')}</Button>}
        </RecordHeader>
        {file.error && <Failure error={file.error} />}
        <Text c="dimmed" mb="sm" maw="72ch">
          {t('about')}
        </Text>
        <FilterBar>
          <NativeSelect
            aria-label={t('year')}
            value={String(schoolYear)}
            onChange={({ currentTarget }) => onYear(Number(currentTarget.value))}
            data={years.map((year) => ({
              value: String(year),
              label: schoolYearName(year),
            }))}
          />
        </FilterBar>
      </div>
      {paper(report.paper, t('title'))}
      {asking === 'write' && (
        <ReportDialog
          report={report}
          onClose={() => setAsking(undefined)}
          onSend={(words) =>
            act(() => reportActs.write(organizationId, schoolYear, { version: report.version, ...words }))
          }
        />
      )}
      <ConfirmDialog
        opened={asking === 'approve'}
        onClose={() => setAsking(undefined)}
        title={t('approveTitle')}
        confirmLabel={t('approve')}
        onConfirm={() => act(() => reportActs.approve(organizationId, schoolYear, report.version))}
      >
        <Text>{t('approveText')}</Text>
      </ConfirmDialog>
      {dialog}
    </>
  );
}

export type Words = Pick<Report, 'conclusions' | 'proposals'>;
