import { useTranslation } from 'react-i18next';
import type { Indicator } from './api';
import { Choice } from './choice';

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
