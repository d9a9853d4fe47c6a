import { Switch, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { site } from './api';

/** Whether each school where I work may show my name on its public page. */
export function OwnRelease() {
  const { t } = useTranslation('site');
  const format = useFormat();
  const client = useQueryClient();
  const { data: places } = useSuspenseQuery(site.ownReleases());
  const set = useMutation({ ...site.setOwnRelease(), onSettled: () => client.invalidateQueries(site.ownReleases()) });

  if (places.length === 0) return null;
  return (
    <section aria-labelledby="own-release">
      <Title order={2} id="own-release" mt="lg" mb="xs">
        {t('release.title')}
      </Title>
      <Text size="sm" mb="sm" maw={640}>
        {t('release.text')}
      </Text>
      <Stack gap="xs">
        {places.map(({ organizationId, organizationName, releasedAt }) => (
          <Switch
            key={organizationId}
            label={t('release.may', { name: organizationName })}
            description={releasedAt ? t('release.since', { date: format.instant(releasedAt) }) : t('release.never')}
            checked={releasedAt !== null}
            disabled={set.isPending}
            onChange={(event) => set.mutate({ organizationId, released: event.currentTarget.checked })}
          />
        ))}
      </Stack>
    </section>
  );
}
