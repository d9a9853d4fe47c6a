import { Group, Paper, Tabs, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { later } from '@/shared/ui/later';
import { LinkButton } from '@/shared/ui/link-button';
import { Loaded } from '@/shared/ui/loaded';
import { PageHeader } from '@/shared/ui/page-header';
import { tutors, type Board } from './api';
import { Registry } from './registry';
import { tutorTabs, type TutorsSearch } from './search';

const PlanTab = later(async () => (await import('./plan-tab')).PlanTab);

export type TutorsProps = { organizationId: string; search: TutorsSearch; onSearch: (change: Partial<TutorsSearch>) => void };

/** The tutors of a body: how loaded they are, who they are, and to whom they could best go. */
export function TutorsPage(props: TutorsProps) {
  const { t } = useTranslation('tutors');
  const { organizationId, search, onSearch } = props;
  const query = useQuery(tutors.board(organizationId));

  return (
    <>
      <PageHeader title={t('registry.title')} summary={t('registry.summary')}>
        <LinkButton to="/school/$orgId/tutoring" params={{ orgId: organizationId }} variant="default">
          {t('list.title')}
        </LinkButton>
      </PageHeader>
      <Loaded query={query}>{(board) => <Load board={board} organizationId={organizationId} />}</Loaded>
      <Tabs
        value={search.tab ?? 'registry'}
        onChange={(to) => onSearch({ tab: to === 'registry' ? undefined : tutorTabs.find((one) => one === to), q: undefined })}
        keepMounted={false}
      >
        <Tabs.List mb="md" aria-label={t('registry.title')}>
          {tutorTabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`registry.tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="registry">
          <Registry {...props} />
        </Tabs.Panel>
        <Tabs.Panel value="plan">
          <PlanTab organizationId={organizationId} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

/** Places and what waits, each number with where it is dealt with. */
function Load({ board, organizationId }: { board: Board; organizationId: string }) {
  const { t } = useTranslation('tutors');
  const { number } = useFormat();
  const toList = { to: '/school/$orgId/tutoring', params: { orgId: organizationId } } as const;
  return (
    <Paper component="section" withBorder p="md" radius="md" mb="md" aria-label={t('board.title')}>
      <Group gap="xl">
        <Text>{t('board.places', { taken: number(board.active), of: number(board.capacity), count: board.tutors })}</Text>
        <Link {...toList} search={{ status: 'Requested' }}>
          {t('board.requested', { count: board.requested })}
        </Link>
        <Link {...toList} search={{ status: 'Proposed' }}>
          {t('board.proposed', { count: board.proposed })}
        </Link>
        {board.overdue > 0 && (
          <Link {...toList} search={{ show: 'overdue' }}>
            {t('board.overdue', { count: board.overdue })}
          </Link>
        )}
      </Group>
      {board.nearLimit.length > 0 && (
        <Text size="sm" mt="xs">
          {t('board.nearLimit', { names: board.nearLimit.map((one) => `${one.personName} (${one.taken}/${one.capacity})`).join(', ') })}
        </Text>
      )}
    </Paper>
  );
}
