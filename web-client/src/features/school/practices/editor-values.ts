import type { Practice } from './types';

export type PracticeValues = {
  title: string;
  problem: string;
  description: string;
  results: string;
  evidence: string;
  areas: string[];
  topics: string[];
  authorIds: string[];
  supersedesId: string;
};

/** What stands in the form at first; the reader is an author anyway and is not in the list. */
export const valuesOf = (practice: Practice | undefined, self: string | undefined): PracticeValues => ({
  title: practice?.title ?? '',
  problem: practice?.problem ?? '',
  description: practice?.description ?? '',
  results: practice?.results ?? '',
  evidence: practice?.evidence ?? '',
  areas: practice?.areas ?? [],
  topics: practice?.topics ?? [],
  authorIds: practice?.authors.map(({ personId }) => personId).filter((id) => id !== self) ?? [],
  supersedesId: '',
});

/** What is sent, without what only a new practice says. */
export const textOf = ({ areas, topics, authorIds, ...values }: PracticeValues) => ({
  title: values.title.trim(),
  problem: values.problem.trim(),
  description: values.description.trim(),
  results: values.results.trim(),
  evidence: values.evidence.trim(),
  areas,
  topics,
  authorIds,
});
