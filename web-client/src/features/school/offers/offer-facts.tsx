import type { ReactNode } from 'react';
import { Group, Paper, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { StatusTag, type Tone } from '@/shared/ui/status-tag';
import type { FoundOffer } from './api';

/** A list whose entries are cards. */
export const Cards = ({ children }: { children: ReactNode }) => (
  <Stack component="ul" gap="sm" pl={0} m={0} style={{ listStyle: 'none' }}>
    {children}
  </Stack>
);

type CardProps = { title: string; tag?: { tone: Tone; word: string } | undefined; children: ReactNode };

export const Card = ({ title, tag, children }: CardProps) => (
  <Paper component="li" withBorder p="md" radius="md">
    <Group justify="space-between" gap="xs" align="start">
      <Text component="h2" fw={600} style={{ flex: '1 1 220px' }}>
        {title}
      </Text>
      {tag && <StatusTag tone={tag.tone}>{tag.word}</StatusTag>}
    </Group>
    {children}
  </Paper>
);

/** What an offer tells of itself, wherever it is shown. */
export function OfferFacts({ offer }: { offer: Omit<FoundOffer, 'freePlaces' | 'asked'> }) {
  const { t } = useTranslation('offers');
  const format = useFormat();
  const [areas, forms, kinds] = [useDictionary('competence-area'), useDictionary('mentoring-form'), useDictionary('mentoring-kind')];
  const ways = [...offer.forms.map(forms.name), ...offer.kinds.map(kinds.name)];
  return (
    <>
      <Text size="sm" c="dimmed">
        {offer.organizationName} · {offer.territoryNameRu}, {offer.regionNameRu}
      </Text>
      <Text size="sm" my={6} style={{ whiteSpace: 'pre-line' }}>
        {offer.words}
      </Text>
      <Text size="sm">{offer.areas.map(areas.name).join(' · ')}</Text>
      {ways.length > 0 && <Text size="sm">{ways.join(' · ')}</Text>}
      <Text size="xs" c="dimmed" mt={4}>
        {t(`scopeOf.${offer.scope}`)} · {t(offer.remote ? 'remote' : 'onSite')} · {t('placesOf', { taken: offer.taken, places: offer.places })} ·{' '}
        {t('until', { date: format.lastDay(offer.endsOn) })}
      </Text>
    </>
  );
}
