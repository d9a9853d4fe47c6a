import { useState } from 'react';
import { Button, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { later } from '@/shared/ui/later';
import { Loaded } from '@/shared/ui/loaded';
import { PageHeader } from '@/shared/ui/page-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { diagnosisActs } from './acts';
import { diagnosis, type Diagnosis } from './api';
import { madeBy, tones } from './search';

const Fill = later(async () => (await import('./fill')).Fill);
const ResultOf = later(async () => (await import('./result')).ResultOf);

/** Where it is filled in, and what came of it. */
export function DiagnosisPage({ diagnosisId }: { diagnosisId: string }) {
  const query = useQuery(diagnosis.one(diagnosisId));
  return <Loaded query={query}>{(one) => <Page one={one} />}</Loaded>;
}

function Page({ one }: { one: Diagnosis }) {
  const { t } = useTranslation('diagnosis');
  const { language } = useFormat();
  const client = useQueryClient();
  const [leaving, setLeaving] = useState(false);
  const draft = one.status === 'Draft';
  const about = [one.personName, one.organizationName, one.expertName && t(madeBy(one.author), { name: one.expertName })].filter(Boolean).join(' · ');

  return (
    <>
      <Text size="sm" className="no-print">
        <Link to="/diagnoses">{t('title')}</Link>
      </Text>
      <PageHeader
        title={language === 'ru' ? one.instrumentNameRu : one.instrumentNameEn}
        summary={`${about} · ${t('edition', { edition: one.instrumentVersion })}`}
      >
        <StatusTag tone={tones[one.status]}>{t(`status.${one.status}`)}</StatusTag>
        {one.steps.includes('Withdraw') && (
          <Button variant="default" size="xs" onClick={() => setLeaving(true)}>
            {t('withdraw.act')}
          </Button>
        )}
      </PageHeader>
      {draft && one.fills && <Fill key={one.id} form={one} />}
      {draft && !one.fills && <Text>{t('waits', { name: one.expertName })}</Text>}
      {one.status === 'Withdrawn' && <Text>{t('withdraw.gone')}</Text>}
      {!draft && one.status !== 'Withdrawn' && <ResultOf result={one} />}
      <ConfirmDialog
        opened={leaving}
        onClose={() => setLeaving(false)}
        title={t('withdraw.title')}
        confirmLabel={t('withdraw.act')}
        danger
        onConfirm={async () => {
          const { version } = await client.fetchQuery({ ...diagnosis.one(one.id), staleTime: 0 });
          await diagnosisActs.withdraw(one.id, version);
          await client.invalidateQueries({ queryKey: diagnosis.all });
        }}
      >
        {t('withdraw.text')}
      </ConfirmDialog>
    </>
  );
}
