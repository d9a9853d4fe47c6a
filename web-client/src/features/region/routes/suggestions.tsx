import { useState } from 'react';
import { Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { dialogLater } from '@/shared/ui/later';
import type { Route } from './api';
import { Edit } from './part';
import { suggestions, type Suggestion } from './suggestions-api';

const PlanResourceDialog = dialogLater(
  async () => (await import('./plan-resource-dialog')).PlanResourceDialog,
  ({ suggestion }) => suggestion !== undefined,
);

const FEW = 3;

/** What of the resource map fits the open deficits, each with its reasons. */
export function Suggestions({ route }: { route: Route }) {
  const { t } = useTranslation('routes');
  const { data = [] } = useQuery(suggestions(route.route.id));
  const [planned, setPlanned] = useState<Suggestion>();
  const [all, setAll] = useState(false);
  if (data.length === 0 && !planned) return null;
  return (
    <section aria-labelledby="suggestions" className="no-print">
      <Title order={3} size="h5" id="suggestions" mb={4}>
        {t('suggestion.title')}
      </Title>
      <Stack gap="xs">
        {(all ? data : data.slice(0, FEW)).map((one) => (
          <One key={one.resourceId} route={route} one={one} onPlan={route.own ? () => setPlanned(one) : undefined} />
        ))}
        {!all && data.length > FEW && (
          <div>
            <Edit onClick={() => setAll(true)}>{t('suggestion.more', { count: data.length - FEW })}</Edit>
          </div>
        )}
      </Stack>
      <PlanResourceDialog route={route} suggestion={planned} onClose={() => setPlanned(undefined)} />
    </section>
  );
}

function One({ route, one, onPlan }: { route: Route; one: Suggestion; onPlan: (() => void) | undefined }) {
  const { t } = useTranslation('routes');
  const format = useFormat();
  const kinds = useDictionary('resource-kind');
  const areas = useDictionary('competence-area');
  const lacks = route.findings.filter(({ id }) => one.findingIds.includes(id));
  const reasons = [
    one.ownRegion ? t('suggestion.ownRegion') : t('suggestion.otherRegion', { region: one.regionNameRu }),
    one.startsOn && one.endsOn
      ? t('suggestion.days', { from: format.date(one.startsOn), until: format.date(one.endsOn) })
      : t('suggestion.always'),
    one.freePlaces !== null && t('suggestion.free', { count: one.freePlaces }),
    one.applyUntil && t('suggestion.applyUntil', { date: format.date(one.applyUntil) }),
  ];
  return (
    <Paper component="article" withBorder p="sm" radius="md" aria-label={one.title}>
      <Text fw={600}>
        <Link to="/resources/$resourceId" params={{ resourceId: one.resourceId }}>
          {one.title}
        </Link>
      </Text>
      <Text size="xs" c="dimmed">
        {[kinds.name(one.kind), one.host, one.bodyName].filter(Boolean).join(' · ')}
      </Text>
      {lacks.map((lack) => (
        <Text key={lack.id} size="sm">
          {t('suggestion.because', { area: areas.name(lack.areaCode), text: lack.text })}
        </Text>
      ))}
      <Text size="sm">{reasons.filter(Boolean).join(' · ')}</Text>
      {onPlan && (
        <div style={{ marginTop: 6 }}>
          <Edit onClick={onPlan} label={t('suggestion.planOf', { title: one.title })}>
            {t('suggestion.plan')}
          </Edit>
        </div>
      )}
    </Paper>
  );
}
