import type { ReactNode } from 'react';
import { Text, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { LinkButton } from '@/shared/ui/link-button';
import { PageHeader } from '@/shared/ui/page-header';
import { monitoring, type IndicatorDefinition } from './api';
import cls from './catalogue.module.css';
import { Facts, type Fact } from './facts';
import how from './how-counted.module.css';
import type { ExamplePlace } from './search';
import { useMeasures } from './use-measures';

type Props = { code: string; place: ExamplePlace };

/** All that is to be known of an indicator: what it means, how it comes about, how its definition changed. */
export function IndicatorPage({ code, place }: Props) {
  const { t } = useTranslation('monitoring');
  const { name, formula, language, format } = useMeasures();
  const { data: indicator } = useSuspenseQuery(monitoring.indicator(code, place));

  const inWords = (ru: string, en: string) => (language === 'ru' ? ru : en);
  const facts: Fact[] = [
    [t('how.formula'), formula(indicator)],
    [t('how.numerator'), inWords(indicator.numeratorRu, indicator.numeratorEn)],
    [t('how.denominator'), inWords(indicator.denominatorRu, indicator.denominatorEn)],
    [t('how.kind'), t(`how.${indicator.kind}`)],
    [t('how.direction'), t(`how.${indicator.direction}`)],
    [t('catalogue.counted'), t(indicator.atBodies ? 'catalogue.atBodies' : 'catalogue.atSchools')],
    ...(indicator.dimensions.length
      ? [[t('groups.label'), indicator.dimensions.map((dimension) => t(`groups.of.${dimension}`)).join(', ')] satisfies Fact]
      : []),
    [t('catalogue.missing'), inWords(indicator.missingRu, indicator.missingEn)],
    [t('catalogue.small'), indicator.least ? t('catalogue.least', { count: indicator.least }) : t('catalogue.noLeast')],
    [t('catalogue.target'), indicator.target === null ? t('catalogue.noTarget') : format(indicator.target, indicator)],
    [t('how.source'), t('how.sourceText', { source: indicator.source })],
    [t('how.version'), indicator.version],
  ];

  return (
    <>
      <PageHeader title={name(indicator)} summary={t(`theme.${indicator.theme}`)}>
        <LinkButton variant="default" to="/indicators">{t('catalogue.all')}</LinkButton>
        <LinkButton
          variant="default"
          to="/analytics/$territory"
          params={{ territory: place.territory ?? 'RU' }}
          search={{ indicator: code, view: 'series' }}
        >
          {t('view.series')}
        </LinkButton>
      </PageHeader>
      <Section id="meaning" title={t('catalogue.meaning')}>
        <Facts facts={facts} />
      </Section>
      <Section id="example" title={t('catalogue.example')}>
        <Example indicator={indicator} />
      </Section>
      <Section id="sql" title={t('catalogue.computed')}>
        <Text size="sm">
          {t('catalogue.reads')} <code>{indicator.facts.join(', ')}</code>
        </Text>
        <details className={cls.sql}>
          <summary>{t('catalogue.sql')}</summary>
          <pre tabIndex={0} role="region" aria-label={t('catalogue.sql')}>
            <code>{indicator.sql}</code>
          </pre>
        </details>
      </Section>
      <History indicator={indicator} />
    </>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className={how.box}>
      <Title order={2} id={id} mb="xs">
        {title}
      </Title>
      {children}
    </section>
  );
}

/** The newest month that is over, as a sum that can be followed. */
function Example({ indicator }: { indicator: IndicatorDefinition }) {
  const { t } = useTranslation('monitoring');
  const { name, count, text, periodOf } = useMeasures();
  const { example, unit, least } = indicator;
  if (!example) return <Text size="sm">{t('catalogue.noExample')}</Text>;
  const where = `${name(example)}, ${periodOf(example.period)}`;
  if (example.mark === 'Suppressed') return <Text size="sm">{t('catalogue.tooSmall', { where, count: least })}</Text>;
  const times = unit === 'Percent' || unit === 'Per100' ? ' × 100' : '';
  return (
    <>
      <Text size="sm" c="dimmed">
        {where}
      </Text>
      <p className={cls.worked}>
        {`${count(example.numerator ?? 0)} / ${count(example.denominator ?? 0)}${times} = ${text(example, indicator)}`}
      </p>
      {example.value === null && <Text size="sm">{t('reason.other')}</Text>}
    </>
  );
}

function History({ indicator: { versions } }: { indicator: IndicatorDefinition }) {
  const { t } = useTranslation('monitoring');
  const { date } = useFormat();
  const { formula } = useMeasures();
  return (
    <Section id="history" title={t('catalogue.history')}>
      <ol reversed className={cls.list}>
        {versions.map((edition) => (
          <li key={edition.version}>
            <Text fw={600}>
              {t('catalogue.edition', { version: edition.version, from: date(edition.validFrom) })}
              {edition.validTo && ` ${t('catalogue.until', { to: date(edition.validTo) })}`}
            </Text>
            {edition.changed.length > 0 && (
              <Text size="sm">
                {t('catalogue.changed', { parts: edition.changed.map((part) => t(`part.${part}`)).join(', ') })}{' '}
                {t(edition.restates ? 'catalogue.restates' : 'catalogue.keeps')}
              </Text>
            )}
            <Text size="sm" c="dimmed" className={cls.formula}>
              {formula(edition)}
            </Text>
          </li>
        ))}
      </ol>
    </Section>
  );
}
