import { Checkbox, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { Failure } from '@/shared/ui/failure';
import { useField } from '@/shared/ui/fields';
import { practiceActs } from './acts';
import { practiceLists } from './lists';
import type { Practice } from './types';
import { usePracticeAct } from './use-practice-act';

type Values = { personIds: string[] };
type Person = { personId: string; label: string };
type Props = { practice: Practice; opened: boolean; onClose: () => void };

/** Members of the council who are asked to review: two or more in a new round, further ones in the round that is open. */
export function ReviewersDialog({ practice: { id, version, organizationId, status, round, reviews }, opened, onClose }: Props) {
  const { t } = useTranslation('practices');
  const { act, dialog } = usePracticeAct();
  const { data: seats, error } = useQuery({ ...practiceLists.council(organizationId), enabled: opened });
  const more = status === 'InReview';
  const asked = reviews.filter((one) => more && one.round === round).map(({ reviewerName }) => reviewerName);
  const people = (seats ?? [])
    .filter(({ name }) => !asked.includes(name))
    .map(({ personId, name, kind }) => ({ personId, label: kind === 'Chair' ? t('reviewers.chair', { name }) : name }));

  return (
    <>
      <CommandDialog<Values>
        opened={opened}
        onClose={onClose}
        title={t('reviewers.title')}
        submitLabel={t('reviewers.send')}
        defaults={{ personIds: [] }}
        onSend={({ personIds }) => act(() => practiceActs.askReviewers(id, version, personIds))}
      >
        {({ control }) => (
          <>
            <Text size="sm" c="dimmed">
              {t(more ? 'reviewers.moreAbout' : 'reviewers.about')}
            </Text>
            {error && <Failure error={error} />}
            {seats && people.length === 0 ? <Text>{t('reviewers.nobody')}</Text> : <PeopleField control={control} people={people} least={more ? 1 : 2} />}
          </>
        )}
      </CommandDialog>
      {dialog}
    </>
  );
}

function PeopleField({ control, people, least }: { control: Control<Values>; people: Person[]; least: 1 | 2 }) {
  const { t } = useTranslation('practices');
  const enough = (value: unknown) => (value as string[]).length >= least || t(least === 1 ? 'reviewers.fewMore' : 'reviewers.few');
  const { field, shared } = useField({ control, name: 'personIds', label: t('reviewers.people'), checks: { enough } });
  const { id, ...rest } = shared;
  return (
    <Checkbox.Group {...rest} value={field.value as string[]} onChange={field.onChange} withAsterisk>
      <Stack gap="xs" mt={4}>
        {people.map(({ personId, label }, index) => (
          <Checkbox key={personId} {...(index === 0 ? { id } : {})} value={personId} label={label} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}
