import { useState } from 'react';
import { Anchor, Button, Group, Text, Title } from '@mantine/core';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { dialogLater } from '@/shared/ui/later';
import { RecordHeader } from '@/shared/ui/record-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { useRefreshingAct } from '@/shared/ui/use-refreshing-act';
import { resourceActs } from './acts';
import { resources } from './api';
import { Runs } from './runs';

const ResourceDialog = dialogLater(async () => (await import('./resource-dialog')).ResourceDialog);

/** One resource: what it gives, where, when, and who keeps it. */
export function ResourcePage({ resourceId, mayUse }: { resourceId: string; mayUse: boolean }) {
  const { t } = useTranslation('resources');
  const format = useFormat();
  const client = useQueryClient();
  const { data: resource } = useSuspenseQuery(resources.detail(resourceId));
  const kinds = useDictionary('resource-kind');
  const areas = useDictionary('competence-area');
  const sectors = useDictionary('sector');
  const [asked, setAsked] = useState<'revise' | 'withdraw'>();
  const { act, attempt, dialog } = useRefreshingAct(() => client.invalidateQueries({ queryKey: resources.all }));
  const { status, steps, startsOn, endsOn, website, contact, isOpen } = resource;

  return (
    <>
      <p className="no-print">
        <Link to="/resources">{t('back')}</Link>
      </p>
      <RecordHeader
        title={resource.title}
        status={<StatusTag tone={status === 'Offered' ? 'ok' : 'off'}>{t(status === 'Offered' ? 'offered' : 'withdrawn')}</StatusTag>}
        facts={[
          { label: t('kind'), value: kinds.name(resource.kind) },
          { label: t('format'), value: t(`formatOf.${resource.format}`) },
          { label: t('host'), value: resource.host },
          { label: t('areas'), value: resource.areas.map(areas.name).join(', ') },
          { label: t('sectors'), value: resource.sectors.map(sectors.name).join(', ') || t('allSectors') },
          { label: t('keeper'), value: `${resource.bodyName}, ${resource.regionNameRu}` },
          { label: t('isOpen'), value: t(isOpen ? 'openToAll' : 'ownRegion') },
          ...(startsOn ? [{ label: t('startsOn'), value: format.date(startsOn) }] : []),
          ...(endsOn ? [{ label: t('endsOn'), value: format.lastDay(endsOn, startsOn ?? endsOn) }] : []),
          ...(contact ? [{ label: t('contact'), value: contact }] : []),
        ]}
      >
        {steps.includes('Revise') && (
          <Button variant="default" onClick={() => setAsked('revise')}>
            {t('revise')}
          </Button>
        )}
        {steps.includes('Withdraw') && (
          <Button variant="default" onClick={() => setAsked('withdraw')}>
            {t('withdraw')}
          </Button>
        )}
        {steps.includes('Offer') && <Button onClick={() => attempt(() => resourceActs.offer(resource), t('offer'))}>{t('offer')}</Button>}
      </RecordHeader>

      <section aria-labelledby="about">
        <Title order={2} size="h4" id="about" mb={4}>
          {t('about')}
        </Title>
        <Text maw={720} style={{ whiteSpace: 'pre-line' }}>
          {resource.about}
        </Text>
        {website && (
          <Group mt="xs">
            <Anchor href={website} target="_blank" rel="noreferrer">
              {website}
            </Anchor>
          </Group>
        )}
      </section>
      <Runs resource={resource} mayUse={mayUse} act={act} attempt={attempt} />

      <ResourceDialog organizationId={resource.bodyId} resource={resource} opened={asked === 'revise'} onClose={() => setAsked(undefined)} />
      <ConfirmDialog
        opened={asked === 'withdraw'}
        onClose={() => setAsked(undefined)}
        title={t('withdraw')}
        confirmLabel={t('withdraw')}
        onConfirm={() => act(() => resourceActs.withdraw(resource))}
      >
        {t('withdrawText')}
      </ConfirmDialog>
      {dialog}
    </>
  );
}
