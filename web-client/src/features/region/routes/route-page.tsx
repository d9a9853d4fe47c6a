import { useState } from 'react';
import { Alert, Button, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { EmptyState } from '@/shared/ui/empty-state';
import { dialogLater } from '@/shared/ui/later';
import { PageHeader } from '@/shared/ui/page-header';
import { StateSteps } from '@/shared/ui/state-steps';
import { useRefreshingAct } from '@/shared/ui/use-refreshing-act';
import { routeActs } from './acts';
import { routes, type Route } from './api';
import { Edit, Part } from './part';
import { Roadmap } from './roadmap';
import { Reflections, Versions } from './route-history';

const SelfDialog = dialogLater(async () => (await import('./dialogs')).SelfDialog);
const FindingDialog = dialogLater(async () => (await import('./dialogs')).FindingDialog);
const AlternativeDialog = dialogLater(async () => (await import('./dialogs')).AlternativeDialog);
const ReasonDialog = dialogLater(async () => (await import('./dialogs')).ReasonDialog);

const road = ['SelfImage', 'Diagnosis', 'Roadmap', 'InProgress', 'Reflection', 'Completed'] as const;

/** The user's own route: the seven steps on one page, the next one evident. */
export function RoutePage() {
  const { t } = useTranslation('routes');
  const { data: own } = useSuspenseQuery(routes.own());
  const [begins, setBegins] = useState(false);
  const current = own[0];
  if (current) return <OneRoute routeId={current.id} />;
  return (
    <>
      <PageHeader title={t('title')} />
      <EmptyState title={t('none')} text={t('noneText')}>
        <Button onClick={() => setBegins(true)}>{t('begin')}</Button>
      </EmptyState>
      <SelfDialog opened={begins} onClose={() => setBegins(false)} />
    </>
  );
}

function OneRoute({ routeId }: { routeId: string }) {
  const { t } = useTranslation('routes');
  const format = useFormat();
  const client = useQueryClient();
  const { data: route } = useQuery(routes.detail(routeId));
  const { attempt, dialog } = useRefreshingAct(() => client.invalidateQueries({ queryKey: routes.all }));
  const [open, setOpen] = useState<'self' | 'begin' | 'close' | 'alternative' | 'Strength' | 'Deficit'>();
  const close = () => setOpen(undefined);
  if (!route) return <PageHeader title={t('title')} />;
  const { status, startsOn, endsOn, image, closeReason } = route.route;
  const over = status === 'Completed' || status === 'Closed';

  return (
    <>
      <PageHeader title={t('title')} summary={t('period', { from: format.date(startsOn), until: format.date(endsOn) })}>
        {over && <Button onClick={() => setOpen('begin')}>{t('begin')}</Button>}
        {route.moves
          .filter((to) => to !== 'Closed')
          .map((to, index) => (
            <Button key={to} variant={index === 0 ? 'filled' : 'default'} onClick={() => attempt(() => routeActs.advance(route, to), t(`advance.${to}`))}>
              {t(`advance.${to}`)}
            </Button>
          ))}
        <Button variant="default" onClick={() => globalThis.print()}>
          {t('print')}
        </Button>
        {!over && (
          <Button variant="default" onClick={() => setOpen('close')}>
            {t('advance.Closed')}
          </Button>
        )}
      </PageHeader>
      <StateSteps
        label={t('steps')}
        current={status}
        steps={(status === 'Closed' ? [...road, 'Closed' as const] : road).map((id) => ({ id, label: t(`status.${id}`) }))}
      />
      <Stack gap="lg" mt="md">
        {route.warnings.map((warning) => (
          <Alert key={warning} color="yellow">
            {t(`warning.${warning}`)}
          </Alert>
        ))}
        {closeReason && <Text>{closeReason}</Text>}
        <Part title={t('section.image')} action={!over && <Edit onClick={() => setOpen('self')}>{t('edit')}</Edit>}>
          <Text style={{ whiteSpace: 'pre-wrap' }}>{image || t('empty')}</Text>
        </Part>
        <Findings route={route} kind="Strength" title={t('section.strengths')} onAdd={over ? undefined : () => setOpen('Strength')} />
        <Findings route={route} kind="Deficit" title={t('section.deficits')} onAdd={over ? undefined : () => setOpen('Deficit')} />
        <Part title={t('section.alternatives')} action={!over && <Edit onClick={() => setOpen('alternative')}>{t('alternative')}</Edit>}>
          {route.alternatives.length === 0 && <Text c="dimmed">{t('empty')}</Text>}
          {route.alternatives.map((one) => (
            <div key={one.title}>
              <Text fw={600}>
                {one.title}
                {one.chosen && ` — ${t('chosen')}`}
              </Text>
              <Text size="sm">{`${t('gains')}: ${one.gains}`}</Text>
              <Text size="sm">{`${t('costs')}: ${one.costs}`}</Text>
              {one.motive && <Text size="sm">{one.motive}</Text>}
            </div>
          ))}
        </Part>
        <Roadmap route={route} over={over} attempt={attempt} />
        <Versions route={route} />
        <Reflections route={route} attempt={attempt} />
      </Stack>
      <SelfDialog route={open === 'begin' ? undefined : route} opened={open === 'self' || open === 'begin'} onClose={close} />
      <FindingDialog route={route} kind={open === 'Strength' ? open : 'Deficit'} opened={open === 'Strength' || open === 'Deficit'} onClose={close} />
      <AlternativeDialog route={route} opened={open === 'alternative'} onClose={close} />
      <ReasonDialog title={t('advance.Closed')} opened={open === 'close'} onClose={close} onReason={(reason) => routeActs.close(route, reason)} />
      {dialog}
    </>
  );
}

function Findings({ route, kind, title, onAdd }: { route: Route; kind: 'Strength' | 'Deficit'; title: string; onAdd: (() => void) | undefined }) {
  const { t } = useTranslation('routes');
  const areas = useDictionary('competence-area');
  const rows = route.findings.filter((one) => one.kind === kind);
  return (
    <Part title={title} action={onAdd && <Edit onClick={onAdd}>{t('add')}</Edit>}>
      {rows.length === 0 && <Text c="dimmed">{t('empty')}</Text>}
      {rows.map((one) => (
        <div key={one.id}>
          <Text>{one.text}</Text>
          <Text size="xs" c="dimmed">
            {[areas.name(one.areaCode), one.levelBefore !== null && t('levelOf', { level: one.levelBefore }), one.closedOn && t('closed')]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </div>
      ))}
    </Part>
  );
}
