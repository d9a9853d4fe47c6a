import { useState } from 'react';
import { Button, Group, NativeSelect, Tabs, Text } from '@mantine/core';
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { EmptyState } from '@/shared/ui/empty-state';
import { LinkButton } from '@/shared/ui/link-button';
import { LoadMore } from '@/shared/ui/load-more';
import { Loaded } from '@/shared/ui/loaded';
import { PageHeader } from '@/shared/ui/page-header';
import { useRefreshingAct } from '@/shared/ui/use-refreshing-act';
import { offerActs } from './acts';
import { offers, type SchoolOffer, type SchoolRequest } from './api';
import { Card, Cards, OfferFacts } from './offer-facts';
import { RequestFacts } from './request-facts';
import { directions, offerStatuses, offerTones, requestTones, type SchoolOffersSearch } from './search';

type Props = { organizationId: string; search: SchoolOffersSearch; onSearch: (change: Partial<SchoolOffersSearch>) => void };

type Refusal = { offer: SchoolOffer } | { request: SchoolRequest };

/** What a school agrees to: its mentors' help beyond it, and whom its mentees ask elsewhere. */
export function SchoolOffersPage(props: Props) {
  const { t } = useTranslation('offers');
  const { search, onSearch } = props;
  return (
    <>
      <PageHeader title={t('school.title')} summary={t('school.summary')}>
        <LinkButton variant="default" to="/mentor-offers">
          {t('view.found')}
        </LinkButton>
      </PageHeader>
      <Tabs
        value={search.view ?? 'offers'}
        onChange={(to) => onSearch({ view: to === 'requests' ? 'requests' : undefined, status: undefined, direction: undefined })}
        keepMounted={false}
      >
        <Tabs.List mb="md" aria-label={t('school.title')}>
          <Tabs.Tab value="offers">{t('school.offers')}</Tabs.Tab>
          <Tabs.Tab value="requests">{t('school.requests')}</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="offers">
          <Offers {...props} />
        </Tabs.Panel>
        <Tabs.Panel value="requests">
          <Requests {...props} />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}

function Offers({ organizationId, search, onSearch }: Props) {
  const { t } = useTranslation('offers');
  const format = useFormat();
  const pages = useInfiniteQuery(offers.ofSchool(organizationId, search.status));
  const { attempt, ask, dialogs } = useDecisions();
  return (
    <>
      <NativeSelect
        mb="sm"
        w={{ base: '100%', xs: 260 }}
        label={t('statusOf')}
        value={search.status ?? ''}
        onChange={({ currentTarget }) => onSearch({ status: offerStatuses.find((one) => one === currentTarget.value) })}
        data={[{ value: '', label: t('anyStatus') }, ...offerStatuses.map((value) => ({ value, label: t(`status.${value}`) }))]}
      />
      <Loaded query={pages}>
        {({ pages: loaded }) => {
          const rows = loaded.flatMap(({ items }) => items);
          if (rows.length === 0) return <EmptyState title={t('school.noOffers')} text={t('school.noOffersText')} />;
          return (
            <>
              <Cards>
                {rows.map((offer) => (
                  <Card key={offer.id} title={offer.mentorName} tag={{ tone: offerTones[offer.status], word: t(`status.${offer.status}`) }}>
                    <OfferFacts offer={offer} />
                    {offer.capacity !== null && <Text size="sm">{t('school.capacity', { count: offer.capacity })}</Text>}
                    {offer.decidedAt && offer.decidedByName && (
                      <Text size="sm">{t('decided', { name: offer.decidedByName, date: format.date(offer.decidedAt) })}</Text>
                    )}
                    {offer.reason && <Text size="sm">{t('reasonIs', { reason: offer.reason })}</Text>}
                    <Group gap={6} mt="xs">
                      {offer.steps.includes('Agree') && (
                        <Button
                          size="compact-md"
                          aria-label={t('agreeOf', { name: offer.mentorName })}
                          onClick={() => attempt(() => offerActs.agree(offer), t('agree'))}
                        >
                          {t('agree')}
                        </Button>
                      )}
                      {offer.steps.includes('Decline') && (
                        <Button
                          size="compact-md"
                          variant="default"
                          aria-label={t('declineOf', { name: offer.mentorName })}
                          onClick={() => ask({ offer })}
                        >
                          {t('decline')}
                        </Button>
                      )}
                      <LinkButton
                        size="compact-md"
                        variant="subtle"
                        to="/school/$orgId/mentors/$personId"
                        params={{ orgId: organizationId, personId: offer.mentorId }}
                      >
                        {t('school.profile')}
                      </LinkButton>
                    </Group>
                  </Card>
                ))}
              </Cards>
              <LoadMore pages={pages} shown={rows.length} />
            </>
          );
        }}
      </Loaded>
      {dialogs}
    </>
  );
}

function Requests({ organizationId, search, onSearch }: Props) {
  const { t } = useTranslation('offers');
  const pages = useInfiniteQuery(offers.requests(organizationId, search.direction));
  const { attempt, ask, dialogs } = useDecisions();
  return (
    <>
      <NativeSelect
        mb="sm"
        w={{ base: '100%', xs: 320 }}
        label={t('directionOf')}
        value={search.direction ?? ''}
        onChange={({ currentTarget }) => onSearch({ direction: directions.find((one) => one === currentTarget.value) })}
        data={[{ value: '', label: t('anyDirection') }, ...directions.map((value) => ({ value, label: t(`direction.${value}`) }))]}
      />
      <Loaded query={pages}>
        {({ pages: loaded }) => {
          const rows = loaded.flatMap(({ items }) => items);
          if (rows.length === 0) return <EmptyState title={t('school.noRequests')} text={t('school.noRequestsText')} />;
          return (
            <>
              <Cards>
                {rows.map((request) => (
                  <Card
                    key={request.id}
                    title={t('request.pair', { mentee: request.menteeName, mentor: request.mentorName })}
                    tag={{ tone: requestTones[request.status], word: t(`requestStatus.${request.status}`) }}
                  >
                    <RequestFacts request={request} />
                    <Group gap={6} mt="xs">
                      {request.steps.includes('Agree') && (
                        <Button
                          size="compact-md"
                          aria-label={t('agreeOf', { name: request.menteeName })}
                          onClick={() => attempt(() => offerActs.send(request), t('agree'))}
                        >
                          {t('agree')}
                        </Button>
                      )}
                      {request.steps.includes('Refuse') && (
                        <Button
                          size="compact-md"
                          variant="default"
                          aria-label={t('declineOf', { name: request.menteeName })}
                          onClick={() => ask({ request })}
                        >
                          {t('decline')}
                        </Button>
                      )}
                      {request.direction === 'Out' && request.pairStatus === 'Accepted' && !request.programId && (
                        <LinkButton size="compact-md" to="/school/$orgId/matching" params={{ orgId: organizationId }} search={{ view: 'requests' }}>
                          {t('school.toPairs')}
                        </LinkButton>
                      )}
                      {request.direction === 'Out' && request.programId && (
                        <LinkButton size="compact-md" variant="default" to="/programs/$programId" params={{ programId: request.programId }}>
                          {t('toProgram')}
                        </LinkButton>
                      )}
                    </Group>
                  </Card>
                ))}
              </Cards>
              <LoadMore pages={pages} shown={rows.length} />
            </>
          );
        }}
      </Loaded>
      {dialogs}
    </>
  );
}

/** A yes at once, a no with its reason. */
function useDecisions() {
  const { t } = useTranslation('offers');
  const client = useQueryClient();
  const { act, attempt, dialog } = useRefreshingAct(() => client.invalidateQueries({ queryKey: offers.all }));
  const [refusal, ask] = useState<Refusal>();
  const dialogs = (
    <>
      <ConfirmDialog
        opened={refusal !== undefined}
        onClose={() => ask(undefined)}
        title={t('decline')}
        confirmLabel={t('decline')}
        askReason
        onConfirm={(reason) =>
          refusal && act(() => ('offer' in refusal ? offerActs.decline(refusal.offer, reason) : offerActs.refuse(refusal.request, reason)))
        }
      >
        <Text size="sm">{refusal && t('offer' in refusal ? 'school.declineText' : 'school.refuseText')}</Text>
      </ConfirmDialog>
      {dialog}
    </>
  );
  return { attempt, ask, dialogs };
}
