import { useState } from 'react';
import { Button, Group, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { EmptyState } from '@/shared/ui/empty-state';
import { dialogLater } from '@/shared/ui/later';
import { LinkButton } from '@/shared/ui/link-button';
import { Loaded } from '@/shared/ui/loaded';
import { useRefreshingAct } from '@/shared/ui/use-refreshing-act';
import { offerActs } from './acts';
import { offers, type OwnOffer } from './api';
import { Card, Cards, OfferFacts } from './offer-facts';
import { offerTones, type Workplace } from './search';

const OfferDialog = dialogLater(async () => (await import('./offer-dialog')).OfferDialog);

type Act = 'make' | { revise: OwnOffer } | { withdraw: OwnOffer };

/** What one offers as a mentor beyond the school. */
export function OwnOffers({ places }: { places: readonly Workplace[] }) {
  const { t } = useTranslation('offers');
  const client = useQueryClient();
  const format = useFormat();
  const query = useQuery(offers.own());
  const [act, setAct] = useState<Act>();
  const { act: send, dialog } = useRefreshingAct(() => client.invalidateQueries({ queryKey: offers.all }));
  const close = () => setAct(undefined);
  const confirmed = places.filter((place) => place.confirmed);
  const taken = query.data?.filter(({ status }) => status === 'Proposed' || status === 'Open').map(({ organizationId }) => organizationId) ?? [];
  const free = confirmed.filter(({ id }) => !taken.includes(id));
  const make = free.length > 0 && <Button onClick={() => setAct('make')}>{t('make')}</Button>;
  const revised = act && act !== 'make' && 'revise' in act ? act.revise : undefined;
  const withdrawn = act && act !== 'make' && 'withdraw' in act ? act.withdraw : undefined;
  return (
    <>
      <Loaded query={query}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={t('mine.none')} text={t(confirmed.length > 0 ? 'mine.noneText' : 'mine.notConfirmed')}>
              {confirmed.length > 0 ? make : <LinkButton to="/my-profile">{t('mine.toProfile')}</LinkButton>}
            </EmptyState>
          ) : (
            <>
              {make && (
                <Group mb="md" justify="end">
                  {make}
                </Group>
              )}
              <Cards>
                {all.map((offer) => (
                  <Card key={offer.id} title={offer.organizationName} tag={{ tone: offerTones[offer.status], word: t(`status.${offer.status}`) }}>
                    <OfferFacts offer={offer} />
                    {offer.decidedAt && offer.decidedByName && (
                      <Text size="sm">{t('decided', { name: offer.decidedByName, date: format.date(offer.decidedAt) })}</Text>
                    )}
                    {offer.reason && <Text size="sm">{t('reasonIs', { reason: offer.reason })}</Text>}
                    <Group gap={6} mt="xs">
                      {offer.steps.includes('Revise') && (
                        <Button size="compact-md" onClick={() => setAct({ revise: offer })}>
                          {t('revise')}
                        </Button>
                      )}
                      {offer.steps.includes('Withdraw') && (
                        <Button size="compact-md" variant="default" onClick={() => setAct({ withdraw: offer })}>
                          {t('withdraw')}
                        </Button>
                      )}
                    </Group>
                  </Card>
                ))}
              </Cards>
            </>
          )
        }
      </Loaded>
      <OfferDialog places={free} offer={revised} opened={act === 'make' || revised !== undefined} onClose={close} />
      <ConfirmDialog
        opened={withdrawn !== undefined}
        onClose={close}
        title={t('withdraw')}
        confirmLabel={t('withdraw')}
        askReason="optional"
        onConfirm={(reason) => withdrawn && send(() => offerActs.withdraw(withdrawn, reason))}
      >
        <Text size="sm">{t('withdrawText')}</Text>
      </ConfirmDialog>
      {dialog}
    </>
  );
}
