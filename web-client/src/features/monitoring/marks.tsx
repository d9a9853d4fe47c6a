import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Indicator, Mark } from './api';
import cls from './coverage.module.css';
import { useMeasures } from './use-measures';

type Props = { value: number | null; mark: Mark; indicator: Indicator };

/** A value, or the words that stand in its place with why they do. */
export function Told({ value, mark, indicator }: Props) {
  const { t } = useTranslation('monitoring');
  const { text } = useMeasures();
  const words = text({ value, mark }, indicator);
  return mark ? (
    <span className={cls.quiet} title={t(`mark.why${mark}`)}>
      {words}
    </span>
  ) : (
    <>{words}</>
  );
}

const ORDER = ['Suppressed', 'NotApplicable', 'Unavailable', 'Low'] as const;

/** What each of the marks on the screen means. */
export function MarksLegend({ marks }: { marks: readonly Mark[] }) {
  const { t } = useTranslation('monitoring');
  const shown = ORDER.filter((mark) => marks.includes(mark));
  return (
    shown.length > 0 && (
      <Text size="xs" c="dimmed" my="xs">
        {shown.map((mark) => t('mark.legend', { mark: t(`mark.${mark}`), why: t(`mark.why${mark}`) })).join('; ')}
      </Text>
    )
  );
}
