import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { components } from '@/shared/api/schema';
import { dictionary, type DictionaryCode } from '@/shared/dictionary/api';

export type Territory = components['schemas']['ListTerritoriesItem'];
export type DictionaryEntry = components['schemas']['ListDictionaryItem'];
export type NewTerritory = components['schemas']['AddTerritoryCommand'];

export const dictionaries = [
  'position',
  'organization-kind',
  'psychology-method',
  'pulse-statement',
  'school-condition',
  'risk-kind',
  'evaluation-criterion',
  'sector',
  'sector-direction',
  'sector-result',
  'mentoring-form',
  'mentoring-kind',
  'program-purpose',
  'competence-area',
  'mentor-topic',
  'mentee-category',
  'subject',
] as const satisfies readonly DictionaryCode[];

export type EntryText = { nameRu: string; nameEn: string; source?: string };

export const admin = {
  territories: (parent: string) =>
    queryOptions({
      queryKey: ['admin', 'territories', parent],
      staleTime: 300_000,
      queryFn: ({ signal }) => data(api.GET('/api/v1/territories', { params: { query: { parent } }, signal })),
    }),

  addTerritory: (header: Record<string, string>) =>
    mutationOptions({
      mutationKey: ['admin', 'add-territory'],
      meta: { inline: true },
      mutationFn: (body: NewTerritory) =>
        data(api.POST('/api/v1/territories', { params: { header }, body })),
      onSuccess: (_answer, { parentCode }, _context, { client }) =>
        client.invalidateQueries({ queryKey: admin.territories(parentCode).queryKey }),
    }),

  /** Adds an entry, or supersedes the given one from today on. */
  saveEntry: (code: DictionaryCode, header: Record<string, string>) =>
    mutationOptions({
      mutationKey: ['admin', 'save-entry', code],
      meta: { inline: true },
      mutationFn: ({ before, entryCode, ...text }: EntryText & { before?: DictionaryEntry | undefined; entryCode: string }) =>
        before
          ? data(
              api.POST('/api/v1/dictionaries/{dictionary}/{code}/revisions', {
                params: { path: { dictionary: code, code: before.code }, header },
                body: { ...text, version: before.version, data: before.data },
              }),
            )
          : data(
              api.POST('/api/v1/dictionaries/{dictionary}', {
                params: { path: { dictionary: code }, header },
                body: { ...text, code: entryCode },
              }),
            ),
      onSuccess: (_answer, _entry, _context, { client }) =>
        client.invalidateQueries({ queryKey: dictionary.list(code).queryKey }),
    }),
};
