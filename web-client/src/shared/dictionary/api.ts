import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

export type DictionaryCode =
  | 'mentoring-form'
  | 'mentoring-kind'
  | 'program-purpose'
  | 'competence-area'
  | 'position'
  | 'organization-kind'
  | 'psychology-method'
  | 'pulse-statement'
  | 'school-condition'
  | 'risk-kind'
  | 'evaluation-criterion'
  | 'practice-criterion'
  | 'sector'
  | 'sector-direction'
  | 'sector-result'
  | 'mentor-topic'
  | 'mentee-category'
  | 'subject'
  | 'support-service'
  | 'resource-kind'
  | 'help-form'
  | 'pedagogical-product'
  | 'olympiad-stage';

/** Lists of codes with names in both languages; they change a few times a year. */
export const dictionary = {
  list: (code: DictionaryCode) =>
    queryOptions({
      queryKey: ['dictionary', code],
      staleTime: 3_600_000,
      queryFn: ({ signal }) =>
        data(
          api.GET('/api/v1/dictionaries/{dictionary}', {
            params: { path: { dictionary: code } },
            signal,
          }),
        ),
    }),
};
