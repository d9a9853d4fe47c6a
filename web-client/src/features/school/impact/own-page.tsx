import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { EmptyState } from '@/shared/ui/empty-state';
import { LinkButton } from '@/shared/ui/link-button';
import { Loaded } from '@/shared/ui/loaded';
import { PageHeader } from '@/shared/ui/page-header';
import { impact, type Own, type Taken } from './api';
import { Changes } from './changes';

const isDue = ({ today }: Own, { opensOn, closesOn, status }: Taken) => status !== 'Sent' && opensOn <= today && today <= closesOn;
const waits = (one: Own) => one.own.measures.some((measure) => isDue(one, measure));

/** One's own measures, those that are due first, and what has changed. */
export function OwnImpactPage() {
  const { t } = useTranslation('impact');
  const query = useQuery(impact.own());
  return (
    <>
      <PageHeader title={t('own.title')} summary={t('own.summary')} />
      <Loaded query={query}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={t('own.none')} text={t('own.noneText')} />
          ) : (
            <Stack gap="md" maw={860}>
              {[...items].sort((a, b) => Number(waits(b)) - Number(waits(a))).map((one) => (
                <Program key={one.programId} one={one} />
              ))}
            </Stack>
          )
        }
      </Loaded>
    </>
  );
}

function Program({ one }: { one: Own }) {
  const { t } = useTranslation('impact');
  const format = useFormat();
  const { programId, title, partners, own } = one;
  const said = (measure: Taken) =>
    measure.status === 'Sent' && measure.takenOn
      ? t('sentOn', { date: format.date(measure.takenOn) })
      : measure.opensOn > one.today
        ? t('opensOn', { date: format.date(measure.opensOn) })
        : t(measure.closesOn < one.today ? 'closedOn' : 'dueOn', { date: format.date(measure.closesOn < one.today ? measure.closesOn : measure.dueOn) });
  return (
    <Card component="section" withBorder aria-label={title}>
      <Title order={2} size="h3">
        {title}
      </Title>
      <Text size="sm" c="dimmed">
        {[t(`role.${own.role}`), ...partners].join(' · ')}
      </Text>
      {own.measures.map((measure) => (
        <Group key={measure.moment} justify="space-between" gap="xs" mt="sm">
          <Text>
            <b>{t(`moment.${measure.moment}`)}</b> — {said(measure)}
          </Text>
          {measure.opensOn <= one.today && (measure.status || isDue(one, measure)) && (
            <LinkButton
              size="compact-sm"
              variant={isDue(one, measure) ? 'filled' : 'default'}
              to="/my-impact/$programId"
              params={{ programId }}
              search={{ moment: measure.moment }}
              aria-label={t('openOf', { act: t(isDue(one, measure) ? 'fill' : 'open'), moment: t(`moment.${measure.moment}`), title })}
            >
              {t(isDue(one, measure) ? 'fill' : 'open')}
            </LinkButton>
          )}
        </Group>
      ))}
      {own.changes.length > 0 && <Changes id="own-impact" label={t('changesOf', { title })} changes={own.changes} />}
    </Card>
  );
}
