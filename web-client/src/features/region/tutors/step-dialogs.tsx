import { useState } from 'react';
import { Select, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { TextAreaField, useField } from '@/shared/ui/fields';
import { tutorActs } from './acts';
import { tutors, type Tutoring } from './api';
import type { TutoringAct } from './tutoring-page';

type Props = { organizationId: string; act: TutoringAct | undefined; onClose: () => void };

/** What a body does with an assignment: each step in a dialog of its own. */
export function StepDialogs({ organizationId, act, onClose }: Props) {
  const row = act && act.step !== 'New' ? act.row : undefined;
  const step = act?.step;
  const proposes = step === 'New' || step === 'Propose';
  const refuses = step === 'Decline' || step === 'Withdraw' || step === 'End';
  return (
    <>
      <ProposeDialog organizationId={organizationId} row={row} opened={proposes} onClose={onClose} />
      <HandOverDialog organizationId={organizationId} row={step === 'HandOver' ? row : undefined} onClose={onClose} />
      <ReasonDialog organizationId={organizationId} step={refuses ? step : undefined} row={refuses ? row : undefined} onClose={onClose} />
    </>
  );
}

type Offer = { teacherId: string; tutorId: string; note: string };

function ProposeDialog({ organizationId, row, opened, onClose }: { organizationId: string; row: Tutoring | undefined; opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('tutors');
  return (
    <CommandDialog<Offer>
      opened={opened}
      onClose={onClose}
      title={t('propose.title')}
      submitLabel={t('propose.send')}
      defaults={{ teacherId: row?.personId ?? '', tutorId: '', note: '' }}
      fields={['pairs', 'note']}
      refresh={tutors.all}
      onSend={({ teacherId, tutorId, note }, header) => tutorActs.propose(organizationId, [{ teacherId, tutorId }], note.trim() || null, header)}
    >
      {({ control }) => (
        <>
          <Text size="sm" c="dimmed">
            {t('propose.about')}
          </Text>
          {row ? (
            <>
              <Text fw={600}>{row.personName}</Text>
              {row.note && <Text size="sm">{row.note}</Text>}
            </>
          ) : (
            <TeacherField control={control} organizationId={organizationId} />
          )}
          <TutorField control={control} organizationId={organizationId} />
          <TextAreaField control={control} name="note" label={t('propose.note')} maxLength={1000} />
        </>
      )}
    </CommandDialog>
  );
}

function TeacherField({ control, organizationId }: { control: Control<Offer>; organizationId: string }) {
  const { t } = useTranslation('tutors');
  const { field, shared } = useField({ control, name: 'teacherId', required: true, label: t('teacher'), hint: t('propose.teacherHint') });
  const [typed, setTyped] = useState('');
  const [wanted] = useDebouncedValue(typed, 250);
  const { data } = useInfiniteQuery(tutors.tutorable(organizationId, wanted));
  return (
    <Select
      {...shared}
      name={field.name}
      value={field.value || null}
      onBlur={field.onBlur}
      onChange={(value) => field.onChange(value ?? '')}
      searchable
      onSearchChange={setTyped}
      filter={({ options }) => options}
      nothingFoundMessage={t('nothingFound')}
      data={
        data?.pages
          .flatMap(({ items }) => items)
          .map(({ personId, personName, nameShort }) => ({ value: personId, label: `${personName} · ${nameShort}` })) ?? []
      }
      comboboxProps={{ withinPortal: false }}
    />
  );
}

type TutorProps<T extends { tutorId: string }> = { control: Control<T>; organizationId: string; except?: string | null };

/** Who has a free place. */
function TutorField<T extends { tutorId: string }>({ control, organizationId, except }: TutorProps<T>) {
  const { t } = useTranslation('tutors');
  const { field, shared } = useField({ control: control as never, name: 'tutorId', required: true, label: t('tutor'), hint: t('propose.tutorHint') });
  const { data } = useQuery(tutors.free(organizationId));
  return (
    <Select
      {...shared}
      name={field.name}
      value={(field.value as string) || null}
      onBlur={field.onBlur}
      onChange={(value) => (field.onChange as (to: string) => void)(value ?? '')}
      searchable
      nothingFoundMessage={t('propose.nobodyFree')}
      data={
        data
          ?.filter(({ personId }) => personId !== except)
          .map((one) => ({ value: one.personId, label: t('propose.tutorOf', { name: one.personName, free: one.capacity - one.active - one.proposed }) })) ?? []
      }
      comboboxProps={{ withinPortal: false }}
    />
  );
}

type Row = { organizationId: string; row: Tutoring | undefined; onClose: () => void };

function HandOverDialog({ organizationId, row, onClose }: Row) {
  const { t } = useTranslation('tutors');
  return (
    <CommandDialog<{ tutorId: string; reason: string }>
      opened={row !== undefined}
      onClose={onClose}
      title={t('centreStep.HandOver')}
      submitLabel={t('handOver.send')}
      defaults={{ tutorId: '', reason: '' }}
      refresh={tutors.all}
      onSend={async ({ tutorId, reason }) => {
        if (row) await tutorActs.handOver(organizationId, row, tutorId, reason.trim());
      }}
    >
      {({ control }) => (
        <>
          <Text size="sm">{row && t('handOver.about', { name: row.personName, tutor: row.tutorName ?? '' })}</Text>
          <TutorField control={control} organizationId={organizationId} except={row?.tutorId ?? null} />
          <TextAreaField control={control} name="reason" required label={t('reason')} maxLength={1000} />
        </>
      )}
    </CommandDialog>
  );
}

function ReasonDialog({ organizationId, step, row, onClose }: Row & { step: 'Decline' | 'Withdraw' | 'End' | undefined }) {
  const { t } = useTranslation('tutors');
  const title = step ? t(`centreStep.${step}`) : '';
  return (
    <CommandDialog<{ reason: string }>
      opened={row !== undefined}
      onClose={onClose}
      title={title}
      submitLabel={title}
      defaults={{ reason: '' }}
      refresh={tutors.all}
      onSend={async ({ reason }) => {
        if (row) await (step === 'End' ? tutorActs.end : tutorActs.refuse)(organizationId, row, reason.trim());
      }}
    >
      {({ control }) => (
        <>
          <Text size="sm">{row && t('reasonAbout', { name: row.personName })}</Text>
          <TextAreaField control={control} name="reason" required label={t('reason')} maxLength={1000} />
        </>
      )}
    </CommandDialog>
  );
}
