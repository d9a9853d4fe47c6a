import type { components } from '@/shared/api/schema';
import type { MenteeCard } from './api';

type Body = components['schemas']['SaveMenteeProfileBody'];

export type DifficultyValues = { key: string | null; areaCode: string; topicCode: string; text: string; level: string };
export type StepValues = { key: string | null; text: string; dueOn: string };

/** The form of a mentee's profile. Its fields are named as in the API, so that the server's faults find them. */
export type MenteeValues = {
  categories: string[];
  subjects: string[];
  remote: boolean;
  selfImage: string;
  selfNow: string;
  priorities: string;
  difficulties: DifficultyValues[];
  steps: StepValues[];
};

export const menteeFields: readonly (keyof MenteeValues)[] = [
  'categories',
  'subjects',
  'remote',
  'selfImage',
  'selfNow',
  'priorities',
  'difficulties',
  'steps',
];

export const noDifficulty = (): DifficultyValues => ({ key: null, areaCode: '', topicCode: '', text: '', level: '2' });
export const noStep = (): StepValues => ({ key: null, text: '', dueOn: '' });

export const valuesOf = ({ profile, difficulties, steps }: MenteeCard): MenteeValues => ({
  categories: profile?.categories ?? [],
  subjects: profile?.subjects ?? [],
  remote: profile?.remote ?? false,
  selfImage: profile?.selfImage ?? '',
  selfNow: profile?.selfNow ?? '',
  priorities: profile?.priorities ?? '',
  difficulties: difficulties.map(({ id, areaCode, topicCode, text, level }) => ({
    key: id,
    areaCode,
    topicCode: topicCode ?? '',
    text,
    level: String(level),
  })),
  steps: steps.filter(({ doneOn }) => !doneOn).map(({ id, text, dueOn }) => ({ key: id, text, dueOn: dueOn ?? '' })),
});

/** Steps that are reached stay; they are not sent. */
export const bodyOf = (values: MenteeValues, version: number): Body => ({
  ...values,
  version,
  difficulties: values.difficulties.map(({ key, areaCode, topicCode, text, level }) => ({
    id: key,
    areaCode,
    topicCode: topicCode || null,
    text,
    level: Number(level),
  })),
  steps: values.steps.map(({ key, text, dueOn }) => ({ id: key, text, dueOn: dueOn || null })),
});
