import { useState } from 'react';
import { Button, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { later } from '@/shared/ui/later';
import { LinkButton } from '@/shared/ui/link-button';
import { Loaded } from '@/shared/ui/loaded';
import { RecordHeader } from '@/shared/ui/record-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { diagnosisActs } from './acts';
import { diagnosis, type Instrument } from './api';
import { listOf, pageOf, type InstrumentPlace } from './instrument-place';
import { instrumentTones } from './search';

const Editor = later(async () => (await import('./instrument-editor')).InstrumentEditor);
const Shown = later(async () => (await import('./instrument-shown')).InstrumentShown);

type Props = { place: InstrumentPlace; instrumentId: string };

/** An edition: a draft is written here, a published one is read, and the next one begun from it. */
export function InstrumentPage({ place, instrumentId }: Props) {
  const query = useQuery(diagnosis.instrument(instrumentId));
  return <Loaded query={query}>{(one) => <Page one={one} place={place} />}</Loaded>;
}

function Page({ one, place }: { one: Instrument; place: InstrumentPlace }) {
  const { t } = useTranslation('diagnosis');
  const { language } = useFormat();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [act, setAct] = useState<'Publish' | 'Withdraw' | 'Next'>();
  const again = () => client.invalidateQueries({ queryKey: diagnosis.all });

  const take = async () => {
    if (act === 'Publish') await diagnosisActs.publish(one);
    if (act === 'Withdraw') await diagnosisActs.withdrawInstrument(one);
    if (act === 'Next') {
      const { code, kind, nameRu, nameEn, content, ownerRegion = null, ownerOrganizationId = null } = one;
      const { id: instrumentId } = await diagnosisActs.draft({ code, kind, nameRu, nameEn, content, ownerRegion, ownerOrganizationId }, {});
      await navigate(pageOf(place, instrumentId));
    }
    await again();
  };

  return (
    <>
      <Text size="sm">
        <Link {...listOf(place)}>{t('instruments.title')}</Link>
      </Text>
      <RecordHeader
        title={language === 'ru' ? one.nameRu : one.nameEn}
        status={<StatusTag tone={instrumentTones[one.status]}>{t(`instrumentStatus.${one.status}`)}</StatusTag>}
        facts={[
          { label: t('instruments.code'), value: <code>{one.code}</code> },
          { label: t('instruments.edition'), value: one.edition },
          { label: t('instruments.kind'), value: t(`kind.${one.kind}`) },
          { label: t('instruments.form'), value: t(`form.${one.form}`) },
          { label: t('instruments.owner'), value: one.ownerName ?? t('instruments.federation') },
        ]}
      >
        {place.organizationId && one.form === 'Outside' && one.status === 'Published' && (
          <LinkButton to="/school/$orgId/outside-results" params={{ orgId: place.organizationId }} search={{ instrument: one.id }}>
            {t('instruments.results')}
          </LinkButton>
        )}
        {one.own && one.status !== 'Draft' && (
          <Button variant="default" onClick={() => setAct('Next')}>
            {t('instruments.Next.act')}
          </Button>
        )}
        {one.steps.includes('Publish') && <Button onClick={() => setAct('Publish')}>{t('instruments.Publish.act')}</Button>}
        {one.steps.includes('Withdraw') && (
          <Button variant="default" onClick={() => setAct('Withdraw')}>
            {t('instruments.Withdraw.act')}
          </Button>
        )}
      </RecordHeader>
      {one.status === 'Draft' && one.own ? <Editor key={`${one.id}${one.version}`} instrument={one} /> : <Shown instrument={one} />}
      <ConfirmDialog
        opened={act !== undefined}
        onClose={() => setAct(undefined)}
        title={t(`instruments.${act ?? 'Next'}.title`)}
        confirmLabel={t(`instruments.${act ?? 'Next'}.act`)}
        danger={act === 'Withdraw'}
        onConfirm={take}
      >
        {t(`instruments.${act ?? 'Next'}.text`)}
      </ConfirmDialog>
    </>
  );
}
