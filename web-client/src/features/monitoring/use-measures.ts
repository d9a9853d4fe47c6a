import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import type { Indicator, Mark } from './api';
import { changeOf, DIGITS, type Months } from './change';
import { firstDay, parsePeriod, yearOf, type Period } from './period';
import { SMALL_BASE } from './place';

type Named = { nameRu: string; nameEn: string };
type Value = { value: number | null; mark?: Mark };

const ROMAN = ['I', 'II', 'III', 'IV'];

/** Words and numbers of indicators and periods in the language of the screen. */
export function useMeasures() {
  const { t } = useTranslation('monitoring');
  const { language, number } = useFormat();

  return useMemo(() => {
    const exact = (value: number, digits = DIGITS) => number(value, { maximumFractionDigits: digits });

    const format = (value: number, { unit }: Pick<Indicator, 'unit'>, digits?: number) => {
      const shown = exact(value, digits);
      if (unit === 'Percent') return t('unit.percent', { value: shown });
      return unit === 'Days' ? t('unit.days', { value: shown }) : shown;
    };

    const monthName = (month: number) =>
      new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(new Date(firstDay(month)));

    const periodName = (period: Period) => {
      const year = yearOf(period.first);
      if (period.kind === 'schoolYear') return t('period.schoolYearName', { code: period.code });
      if (period.kind === 'quarter') {
        const index = Math.floor((period.first % 12) / 3);
        return t('period.quarterName', { quarter: language === 'ru' ? ROMAN[index] : index + 1, year });
      }
      return `${monthName(period.first)} ${year}`;
    };

    const monthsName = ({ first, last }: Months) =>
      first === last
        ? `${monthName(last)} ${yearOf(last)}`
        : `${monthName(first)}${yearOf(first) === yearOf(last) ? '' : ` ${yearOf(first)}`} – ${monthName(last)} ${yearOf(last)}`;

    return {
      language,
      count: (value: number) => number(value),
      name: (named: Named) => (language === 'ru' ? named.nameRu : named.nameEn),
      formula: ({ formulaRu, formulaEn }: Pick<Indicator, 'formulaRu' | 'formulaEn'>) => (language === 'ru' ? formulaRu : formulaEn),
      format,
      /** Three or four characters, for a tile. */
      short: (value: number) => number(value, { maximumFractionDigits: value < 10 ? DIGITS : 0 }),
      /** The value in words, what stands in its place, or a dash. */
      text: ({ value, mark }: Value, indicator: Pick<Indicator, 'unit'>) => {
        if (mark) return t(`mark.${mark}`);
        return value === null ? '—' : format(value, indicator);
      },
      /** "n = 7" where that is few, else nothing. */
      base: ({ value, denominator }: Value & { denominator: number | null }) =>
        value !== null && denominator !== null && denominator < SMALL_BASE ? t('base', { count: denominator }) : undefined,
      monthsName,
      /** Why there is no value. */
      reason: ({ code }: Pick<Indicator, 'code'>, mark?: Mark) =>
        mark === 'Suppressed' || mark === 'NotApplicable' ? t(`mark.why${mark}`) : t(`reason.${code as 'need-coverage'}`, { defaultValue: t('reason.other') }),
      /** Who counts as having reported. */
      reporting: ({ code }: Pick<Indicator, 'code'>) =>
        t(`reporting.${code as 'need-coverage'}`, { defaultValue: t('reporting.other') }),
      change: (value: number | null, previous: number | null, indicator: Indicator) => {
        const change = changeOf(value, previous, indicator.direction);
        if (!change) return undefined;
        const sign = change.difference > 0 ? '+' : '−';
        const size = exact(Math.abs(change.difference));
        const amount = indicator.unit === 'Percent' ? t('change.points', { value: size }) : size;
        const text = change.verdict === 'same' ? t('change.same') : `${sign}${amount}`;
        return { ...change, text, word: t(`change.${change.verdict}`) };
      },
      periodName,
      periodOf: (code: string) => {
        const period = parsePeriod(code);
        return period ? periodName(period) : code;
      },
    };
  }, [t, language, number]);
}

export type Measures = ReturnType<typeof useMeasures>;
