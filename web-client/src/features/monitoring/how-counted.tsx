import { Anchor, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import type { Indicator, IndicatorValue } from './api';
import { Facts, type Fact } from './facts';
import cls from './how-counted.module.css';
import type { ExamplePlace } from './search';
import { useMeasures } from './use-measures';

type Value = Pick<IndicatorValue, 'value' | 'numerator' | 'denominator' | 'mark'> & Partial<IndicatorValue>;
type Props = { indicator: Indicator; value: Value | undefined; asOf: string; place: ExamplePlace };

/** Where a number comes from, so that it can be checked and defended. */
export function HowCounted({ indicator, value, asOf, place }: Props) {
  const { t } = useTranslation('monitoring');
  const { instant } = useFormat();
  const { formula, text, count, reason, reporting } = useMeasures();

  const facts: Fact[] = [[t('how.formula'), formula(indicator)]];
  if (value) {
    const shown = text(value, indicator);
    facts.push(
      [t('how.numerator'), value.numerator === null ? shown : count(value.numerator)],
      [t('how.denominator'), value.denominator === null ? shown : count(value.denominator)],
      [t('how.value'), value.value === null ? `${shown} (${reason(indicator, value.mark)})` : shown],
    );
    const { organizationsReported: reported, organizationsExpected: expected } = value;
    if (expected !== undefined && reported !== undefined)
      facts.push([
        t('how.coverage'),
        `${t(reported < expected ? 'coverage.part' : 'coverage.whole', { reported, count: expected })}; ${reporting(indicator)}`,
      ]);
  }
  facts.push(
    [t('how.kind'), t(`how.${indicator.kind}`)],
    [t('how.direction'), t(`how.${indicator.direction}`)],
    [t('how.source'), t('how.sourceText', { source: indicator.source })],
    [t('how.version'), indicator.version],
    [t('how.asOf'), instant(asOf)],
  );

  return (
    <section aria-labelledby="how-counted" className={cls.box}>
      <Title order={2} id="how-counted" mb="xs">
        {t('how.title')}
      </Title>
      <Facts facts={facts} />
      <Anchor
        mt="sm"
        size="sm"
        display="inline-block"
        className="no-print"
        renderRoot={(props) => <Link to="/indicators/$indicator" params={{ indicator: indicator.code }} search={place} {...props} />}
      >
        {t('how.more')}
      </Anchor>
    </section>
  );
}
