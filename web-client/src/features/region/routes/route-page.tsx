import { useState } from 'react';
import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { download } from '@/shared/api/download';
import { useFormat } from '@/shared/i18n/use-format';
import { EmptyState } from '@/shared/ui/empty-state';
import { dialogLater } from '@/shared/ui/later';
import { MoreMenu } from '@/shared/ui/more-menu';
import { PageHeader } from '@/shared/ui/page-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { useRefreshingAct } from '@/shared/ui/use-refreshing-act';
import { routeActs } from './acts';
import { Alternatives } from './alternatives';
import { routes } from './api';
import { Comments } from './comments';
import { Course } from './course';
import { Findings } from './findings';
import { Edit, Part } from './part';
import { Roadmap } from './roadmap';
import { Reflections, Versions } from './route-history';
import { tones } from './search';
import { Next, Steps } from './steps';
import cls from './steps.module.css';

const SelfDialog = dialogLater(async () => (await import('./dialogs')).SelfDialog);
const ImportDialog = dialogLater(async () => (await import('./import-dialog')).ImportDialog);
const ReasonDialog = dialogLater(async () => (await import('./dialogs')).ReasonDialog);

/** The user's own route: the seven steps on one page, the next one evident. */
export function RoutePage() {
  const { t } = useTranslation('routes');
  const { data: own } = useSuspenseQuery(routes.own());
  const [open, setOpen] = useState<'begin' | 'import'>();
  const current = own[0];
  if (current) return <OneRoute routeId={current.id} />;
  return (
    <>
      <PageHeader title={t('title')} />
      <EmptyState title={t('none')} text={t('noneText')}>
        <Group>
          <Button onClick={() => setOpen('begin')}>{t('begin')}</Button>
          <Button variant="default" onClick={() => setOpen('import')}>
            {t('import.title')}
          </Button>
        </Group>
      </EmptyState>
      <SelfDialog opened={open === 'begin'} onClose={() => setOpen(undefined)} />
      <ImportDialog opened={open === 'import'} onClose={() => setOpen(undefined)} />
    </>
  );
}

function OneRoute({ routeId }: { routeId: string }) {
  const { t } = useTranslation('routes');
  const format = useFormat();
  const client = useQueryClient();
  const { data: route } = useQuery(routes.detail(routeId));
  const { attempt, dialog } = useRefreshingAct(() => client.invalidateQueries({ queryKey: routes.all }));
  const [open, setOpen] = useState<'self' | 'begin' | 'close' | 'import'>();
  const close = () => setOpen(undefined);
  if (!route) return <PageHeader title={t('title')} />;
  const { status, startsOn, endsOn, image, closeReason } = route.route;
  const over = status === 'Completed' || status === 'Closed';

  return (
    <>
      <PageHeader
        title={t('title')}
        summary={
          <>
            <StatusTag tone={tones[status]}>{t(`status.${status}`)}</StatusTag> · {t('period', { from: format.date(startsOn), until: format.date(endsOn) })}
            <span className={cls.printed}>{` · ${route.route.personName}, ${route.route.organizationName}`}</span>
          </>
        }
      >
        {over && <Button onClick={() => setOpen('begin')}>{t('begin')}</Button>}
        <MoreMenu
          label={t('more')}
          items={[
            { label: t('print'), onClick: () => globalThis.print() },
            { label: t('paper'), onClick: () => void download(routes.paper(routeId), 'route.docx') },
            { label: t('file.save'), onClick: () => void download(routes.file(routeId), 'route.json') },
            ...(over
              ? [{ label: t('import.title'), onClick: () => setOpen('import') }]
              : [{ label: t('advance.Closed'), onClick: () => setOpen('close') }]),
          ]}
        />
      </PageHeader>
      <Steps route={route} />
      <Next route={route} attempt={attempt} />
      <Course route={route} />
      <Stack gap="lg" mt="md">
        {route.warnings.map((warning) => (
          <Alert key={warning} color="yellow">
            {t(`warning.${warning}`)}
          </Alert>
        ))}
        {closeReason && <Text>{closeReason}</Text>}
        <Part step={1} title={t('section.image')} action={!over && <Edit onClick={() => setOpen('self')}>{t('edit')}</Edit>}>
          <Text style={{ whiteSpace: 'pre-wrap' }}>{image || t('empty')}</Text>
        </Part>
        <Findings route={route} kind="Strength" title={t('section.strengths')} readOnly={over} attempt={attempt} />
        <Findings route={route} kind="Deficit" title={t('section.deficits')} readOnly={over} attempt={attempt} />
        <Alternatives route={route} over={over} attempt={attempt} />
        <Roadmap route={route} over={over} attempt={attempt} />
        <Versions route={route} />
        <Reflections route={route} attempt={attempt} />
        <Comments route={route} />
        {route.pasts.length > 0 && (
          <Part title={t('pasts.title')}>
            {route.pasts.map(({ organizationName, since, until }) => (
              <Text key={since + until}>{`${organizationName}: ${t('period', { from: format.date(since), until: format.lastDay(until, since) })}`}</Text>
            ))}
            <Text>{t('pasts.now', { name: route.route.organizationName })}</Text>
          </Part>
        )}
      </Stack>
      <SelfDialog route={open === 'begin' ? undefined : route} opened={open === 'self' || open === 'begin'} onClose={close} />
      <ReasonDialog title={t('advance.Closed')} opened={open === 'close'} onClose={close} onReason={(reason) => routeActs.close(route, reason)} />
      <ImportDialog opened={open === 'import'} onClose={close} />
      {dialog}
    </>
  );
}
