import { Paper, Stack, Text, Title } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/shared/ui/empty-state';
import { LoadMore } from '@/shared/ui/load-more';
import { Loaded } from '@/shared/ui/loaded';
import { tutors } from './api';
import { MarkActs, TwoSides } from './marks';

type Props = {
  /** The school whose side the reader is on; absent for a tutor. */
  organizationId?: string | undefined;
  /** Nothing at all is shown where there is nothing to settle. */
  quiet?: boolean;
};

/** Where tutor and school say different things, each with the words of both and what settles it. */
export function Differences({ organizationId, quiet = false }: Props) {
  const { t } = useTranslation('tutors');
  const query = useInfiniteQuery(tutors.differences(organizationId));
  if (quiet && !query.data?.pages[0]?.items.length) return null;
  return (
    <section aria-labelledby="differences">
      <Title order={2} size="h4" mb="xs" id="differences">
        {t('marks.toSettle')}
      </Title>
      <Loaded query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(({ items }) => items);
          if (rows.length === 0) return <EmptyState title={t('marks.none')} text={t('marks.noneText')} />;
          return (
            <>
              <Stack component="ul" gap="sm" pl={0} m={0} style={{ listStyle: 'none' }}>
                {rows.map(({ tutoringId, personName, tutorName, organizationName, said }) => (
                  <Paper key={`${tutoringId} ${said.subject}`} component="li" withBorder p="sm" radius="md">
                    <Text fw={600}>
                      <Link to="/tutoring/$tutoringId" params={{ tutoringId }}>
                        {personName}
                      </Link>
                      {` — ${t(`marks.subject.${said.subject}`)}`}
                    </Text>
                    <Text size="xs" c="dimmed">
                      {organizationId ? t('one.tutorIs', { name: tutorName }) : organizationName}
                    </Text>
                    <TwoSides said={said} />
                    <MarkActs tutoringId={tutoringId} said={said} as={organizationId ? 'School' : 'Tutor'} name={personName} />
                  </Paper>
                ))}
              </Stack>
              <LoadMore pages={query} shown={rows.length} />
            </>
          );
        }}
      </Loaded>
    </section>
  );
}
