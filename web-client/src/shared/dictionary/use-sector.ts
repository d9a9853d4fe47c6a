import { useQuery } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { useFormat } from '@/shared/i18n/use-format';
import { dictionary } from './api';

const organization = (id: string) => ({
  queryKey: ['organizations', 'sector', id] as const,
  staleTime: 3_600_000,
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    data(api.GET('/api/v1/organizations/{id}', { params: { path: { id } }, signal })),
});

export type SectorEntry = { code: string; name: string; indicators: readonly string[] };

const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/**
 * What the model of mentoring says of the organization's sector: its federal project, its directions and the results
 * expected of it with the indicators that show them. An administrator's dictionaries say which sector has which.
 */
export function useSector(organizationId: string) {
  const { language } = useFormat();
  const { data: place } = useQuery(organization(organizationId));
  const { data: sectors } = useQuery(dictionary.list('sector'));
  const { data: directions } = useQuery(dictionary.list('sector-direction'));
  const { data: results } = useQuery(dictionary.list('sector-result'));
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
