import { Group } from '@mantine/core';
import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { parseNumber } from '@/shared/i18n/numbers';
import { DateField, NumberField } from '@/shared/ui/fields';
import type { Figure } from './api';
import type { Kind } from './search';

export type FigureValues = { figure: Record<'pupils' | 'successful' | 'prizes' | 'countedOn', string> };

export const figureFields = ['figure.pupils', 'figure.successful', 'figure.prizes', 'figure.countedOn'] as const;

export const figureOf = ({ pupils, successful, prizes, countedOn }: FigureValues['figure'], kind: Kind): Figure => ({
  pupils: parseNumber(pupils) ?? 0,
  successful: parseNumber(successful) ?? 0,
  countedOn,
  prizes: kind === 'Olympiad' ? (parseNumber(prizes) ?? 0) : null,
});

/** The counts of a figure, by the words of its kind. */
export function FigureFields<T extends FigureValues>({ control, kind }: { control: Control<T>; kind: Kind }) {
  const { t } = useTranslation('pupil-results');
  const of = control as unknown as Control<FigureValues>;
  return (
    <>
      <Group grow align="start" gap="sm" preventGrowOverflow={false}>
        <NumberField control={of} name="figure.pupils" required label={t(`counts.${kind}.pupils`)} hint={t('pupilsHint')} />
        <NumberField control={of} name="figure.successful" required label={t(`counts.${kind}.successful`)} />
        {kind === 'Olympiad' && <NumberField control={of} name="figure.prizes" required label={t('field.prizes')} />}
      </Group>
      <DateField control={of} name="figure.countedOn" required label={t('field.countedOn')} hint={t('countedOnHint')} />
    </>
  );
}
