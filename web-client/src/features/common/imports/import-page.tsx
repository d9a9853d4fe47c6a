import { useState } from 'react';
import { Button } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { later } from '@/shared/ui/later';
import { RecordHeader } from '@/shared/ui/record-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { imports, type Import } from './api';
import { Counts } from './counts';
import { Decision } from './decision';
import { ImportOrganizations } from './import-organizations';
import { ImportPeople } from './import-people';
import { ImportProblems } from './import-problems';
import { ImportRoad } from './import-road';
import { KindQuestions } from './kind-questions';
import { Incomplete } from './incomplete';
import { Moving } from './moving';
import { Outcome } from './outcome';
import { isMoving, stageOf, tones } from './state';

const ImportResults = later(async () => (await import('./import-results')).ImportResults);
const StaffColumns = later(async () => (await import('./staff-columns')).StaffColumns);

/** One import on its way: checked, decided upon, applied. */
export function ImportPage({ importId }: { importId: string }) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const { data: current } = useSuspenseQuery(imports.detail(importId));
  const { status, fileName, createdAt, createdBy, problems } = current;
  const [isRematched, setRematched] = useState(false);
  const isMatched = status === 'Unmatched' || (status === 'Checked' && isRematched);
  const isCounted = !isMatched && (status === 'Checked' || status === 'Applied');

  return (
    <>
      <BackLink current={current} />
      <RecordHeader
        title={t(`record.${current.kind}`)}
        status={<StatusTag tone={tones[status]}>{t(`status.${status}`)}</StatusTag>}
        facts={[
          { label: t('field.file'), value: fileName },
          { label: t('field.createdAt'), value: format.instant(createdAt) },
          { label: t('field.createdBy'), value: createdBy },
        ]}
      />
      <ImportRoad stage={isMatched ? 'columns' : stageOf(status)} kind={current.kind} />

      {isMatched && <StaffColumns current={current} onMatched={() => setRematched(false)} />}
      {isMoving(status) && <Moving current={current} />}
      {isCounted && <Counts current={current} />}
      {isCounted && <Incomplete current={current} />}
      {isCounted && <ImportPeople current={current} />}
      {isCounted && <ImportOrganizations current={current} />}
      {isCounted && current.kind === 'DiagnosisResults' && <ImportResults current={current} />}
      {status === 'Checked' && current.kind === 'OrganizationRegister' && <KindQuestions current={current} />}
      {status === 'Checked' && isCounted && current.kind === 'StaffList' && (
        <Button mb="md" variant="default" onClick={() => setRematched(true)}>
          {t('columns.back')}
        </Button>
      )}
      {status === 'Checked' && isCounted && <Decision current={current} />}
      {!isMoving(status) && !isMatched && status !== 'Checked' && <Outcome current={current} />}
      {isCounted && problems > 0 && <ImportProblems current={current} />}
    </>
  );
}

function BackLink({ current: { organizationId, kind } }: { current: Import }) {
  const { t } = useTranslation('imports');
  if (organizationId && kind === 'DiagnosisResults')
    return (
      <Link to="/school/$orgId/outside-results" params={{ orgId: organizationId }}>
        {t('record.all')}
      </Link>
    );
  if (organizationId && kind === 'PupilResults')
    return (
      <Link to="/school/$orgId/pupil-import" params={{ orgId: organizationId }}>
        {t('record.all')}
      </Link>
    );
  return organizationId ? (
    <Link to="/school/$orgId/imports" params={{ orgId: organizationId }}>
      {t('record.all')}
    </Link>
  ) : (
    <Link to="/admin/imports">{t('record.all')}</Link>
  );
}
