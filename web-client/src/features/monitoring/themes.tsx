import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Indicator } from './api';
import { PHONE } from './is-phone';

/** The catalogue in the groups of the dashboard, each in the catalogue's order. */
export function themesOf(catalogue: readonly Indicator[]) {
  const themes = [...new Set(catalogue.map(({ theme }) => theme))];
  return themes.map((theme) => ({ theme, indicators: catalogue.filter((indicator) => indicator.theme === theme) }));
}

/** Those beside which an indicator stands. */
export const besides = (catalogue: readonly Indicator[], { theme }: Indicator) =>
  catalogue.filter((indicator) => indicator.theme === theme);

type Props = { catalogue: readonly Indicator[]; current: Indicator; onChoose: (indicator: string) => void };

/** One group of indicators is shown at a time; the group opens with its first one. */
export function ThemeTabs({ catalogue, current, onChoose }: Props) {
  const { t } = useTranslation('monitoring');
  const themes = themesOf(catalogue);
  if (themes.length < 2) return null;
  const choose = (chosen: string) => onChoose(themes.find(({ theme }) => theme === chosen)!.indicators[0]!.code);
  const data = themes.map(({ theme }) => ({ value: theme, label: t(`theme.${theme}`) }));
  return <Choice mb="sm" label={t('theme.label')} value={current.theme} onChange={choose} data={data} />;
}

type ChoiceProps = {
  label: string;
  value: string;
  onChange: (chosen: string) => void;
  data: { value: string; label: string }[];
  mb?: string;
};

/** One of a few beside each other, or in a list where there is no room for that. */
export function Choice({ label, value, onChange, data, ...rest }: ChoiceProps) {
  // A window is made narrow, a telephone turned.
  const isNarrow = useMediaQuery(PHONE, undefined, { getInitialValueInEffect: false });
  if (isNarrow)
    return (
      <NativeSelect
        className="no-print"
        label={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        data={data}
        {...rest}
      />
    );
  return <SegmentedControl className="no-print" aria-label={label} value={value} onChange={onChange} data={data} {...rest} />;
}
