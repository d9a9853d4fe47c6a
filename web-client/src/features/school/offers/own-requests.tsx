import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '@/shared/ui/empty-state';
import { LinkButton } from '@/shared/ui/link-button';
import { Loaded } from '@/shared/ui/loaded';
import { useRefreshingAct } from '@/shared/ui/use-refreshing-act';
import { offerActs } from './acts';
import { offers } from './api';
import { Card, Cards } from './offer-facts';
import { RequestFacts } from './request-facts';
import { requestTones } from './search';

/** Whom one has asked, and how far it is. */
export function OwnRequests({ onFind }: { onFind: () => void }) {
  const { t } = useTranslation('offers');
  const client = useQueryClient();
  const query = useQuery(offers.asked());
  const { attempt, dialog } = useRefreshingAct(() => client.invalidateQueries({ queryKey: offers.all }));
  return (
    <>
      <Loaded query={query}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={t('asked.none')} text={t('asked.noneText')}>
              <Button onClick={onFind}>{t('view.found')}</Button>
            </EmptyState>
          ) : (
            <Cards>
              {all.map((request) => (
                <Card key={request.id} title={request.mentorName} tag={{ tone: requestTones[request.status], word: t(`requestStatus.${request.status}`) }}>
                  <RequestFacts request={request} />
                  {request.steps.includes('Withdraw') && (
                    <Button mt="xs" size="compact-md" variant="default" onClick={() => attempt(() => offerActs.takeBack(request), t('takeBack'))}>
                      {t('takeBack')}
                    </Button>
                  )}
                  {request.pairStatus === 'Requested' && (
                    <LinkButton mt="xs" size="compact-md" variant="default" to="/requests">
                      {t('toRequests')}
                    </LinkButton>
                  )}
                  {request.programId && (
                    <LinkButton mt="xs" size="compact-md" to="/programs/$programId" params={{ programId: request.programId }}>
                      {t('toProgram')}
                    </LinkButton>
                  )}
                </Card>
              ))}
            </Cards>
          )
        }
      </Loaded>
      {dialog}
    </>
  );
}
