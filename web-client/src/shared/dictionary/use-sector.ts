import { useQuery } from '@tanstack/react-query';
import { useFormat } from '@/shared/i18n/use-format';
import { organizations } from '@/shared/organizations/api';
import { dictionary } from './api';

export type SectorEntry = { code: string; name: string; indicators: readonly string[] };

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/**
 * What the model of mentoring says of the organization's sector: its federal project, its directions and the results
 * expected of it with the indicators that show them. An administrator's dictionaries say which sector has which.
 */
export function useSector(organizationId: string, enabled = true) {
  const { language } = useFormat();
  const { data: place } = useQuery({ ...organizations.detail(organizationId), enabled });
  const { data: sectors } = useQuery({ ...dictionary.list('sector'), enabled });
  const { data: directions } = useQuery({ ...dictionary.list('sector-direction'), enabled });
  const { data: results } = useQuery({ ...dictionary.list('sector-result'), enabled });
  const sector = sectors?.find(({ code }) => code === place?.sector);
  if (!sector || !directions || !results) return undefined;

  const name = ({ nameRu, nameEn }: { nameRu: string; nameEn: string }) => (language === 'ru' ? nameRu : nameEn);
  const facts = (value: unknown) => (value ?? {}) as Record<string, unknown>;
  const own = (entries: typeof results): SectorEntry[] =>
    entries
      .filter((entry) => texts(facts(entry.data).sectors).includes(sector.code))
      .map((entry) => ({ code: entry.code, name: name(entry), indicators: texts(facts(entry.data).indicators) }));
  const project = facts(sector.data)[language === 'ru' ? 'federalProject' : 'federalProjectEn'];

  return {
    name: name(sector),
    project: typeof project === 'string' ? project : undefined,
    directions: own(directions),
    results: own(results),
  };
}
