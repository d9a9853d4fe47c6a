import { Anchor, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { EmptyState } from '@/shared/ui/empty-state';
import { LinkButton } from '@/shared/ui/link-button';
import { Loaded } from '@/shared/ui/loaded';
import { PageHeader } from '@/shared/ui/page-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { support, type Supporter } from './api';
import { tones } from './search';

/** Who stands behind a school today, who will, and who did. */
export function SupportersPage({ organizationId }: { organizationId: string }) {
  const { t } = useTranslation('support');
  const query = useQuery(support.supporters(organizationId));

  return (
    <>
      <PageHeader title={t('supporters.title')} summary={t('supporters.summary')} />
      <Loaded query={query}>
        {(links) => {
          const past = links.filter(({ state }) => state === 'Ended');
          const now = byBody(links.filter(({ state }) => state !== 'Ended'));
          return (
            <Stack gap="md" maw={860}>
              {now.length === 0 && (
                <EmptyState title={t('supporters.none')} text={t('supporters.noneText')}>
                  <LinkButton to="/organizations" variant="default">
                    {t('supporters.find')}
                  </LinkButton>
                </EmptyState>
              )}
              {now.map((ofBody) => (
                <BodyLinks key={ofBody[0]!.bodyId} heading="h2" links={ofBody} />
              ))}
              {past.length > 0 && (
                <section aria-labelledby="past">
                  <Title order={2} size="h4" mb="xs" id="past">
                    {t('supporters.past')}
                  </Title>
                  <Stack gap="sm">
                    {byBody(past).map((ofBody) => (
                      <BodyLinks key={ofBody[0]!.bodyId} heading="h3" links={ofBody} />
                    ))}
                  </Stack>
                </section>
              )}
            </Stack>
          );
        }}
      </Loaded>
    </>
  );
}

/** As they came, each body once. */
function byBody(links: readonly Supporter[]): Supporter[][] {
  const bodies = new Map<string, Supporter[]>();
  for (const link of links) bodies.set(link.bodyId, [...(bodies.get(link.bodyId) ?? []), link]);
  return [...bodies.values()];
}

/** A body with its services; how to reach it where it still stands behind the school. */
function BodyLinks({ heading, links }: { heading: 'h2' | 'h3'; links: readonly Supporter[] }) {
  const { t } = useTranslation('support');
  const kinds = useDictionary('organization-kind');
  const services = useDictionary('support-service');
  const format = useFormat();
  const [body] = links;
  if (!body) return null;
  const { bodyId, bodyName, bodyKind, phone, email, address, state } = body;

  return (
    <Paper component="article" withBorder p="md" radius="md" aria-label={bodyName}>
      <Text component={heading} fw={600}>
        <Link to="/organizations/$organizationId" params={{ organizationId: bodyId }}>
          {bodyName}
        </Link>
      </Text>
      <Text size="sm" c="dimmed">
        {kinds.name(bodyKind)}
      </Text>
      <Stack component="ul" gap="xs" my="sm" pl={0} style={{ listStyle: 'none' }}>
        {links.map((link) => (
          <li key={link.id}>
            <Group gap="xs" justify="space-between">
              <Text size="sm" fw={500}>
                {services.name(link.service)}
              </Text>
              <StatusTag tone={tones[link.state]}>{t(`state.${link.state}`)}</StatusTag>
            </Group>
            <Text size="sm">
              {link.agreement} ·{' '}
              {link.endsOn
                ? t('period', { from: format.date(link.startsOn), until: format.lastDay(link.endsOn, link.startsOn) })
                : t('periodOpen', { from: format.date(link.startsOn) })}
            </Text>
            {link.endReason && <Text size="sm">{t('endReason', { reason: link.endReason })}</Text>}
          </li>
        ))}
      </Stack>
      {state !== 'Ended' && (
        <Group gap="md">
          {phone && <Text size="sm">{phone}</Text>}
          {email && (
            <Anchor size="sm" href={`mailto:${email}`}>
              {email}
            </Anchor>
          )}
          {address && <Text size="sm">{address}</Text>}
        </Group>
      )}
    </Paper>
  );
}
