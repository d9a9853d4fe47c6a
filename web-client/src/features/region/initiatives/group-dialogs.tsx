import { Group, Text } from '@mantine/core';
import { TimeInput } from '@mantine/dates';
import dayjs from 'dayjs';
import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { today } from '@/shared/i18n/dates';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { DateField, NumberField, SelectField, TextAreaField, TextField, useField } from '@/shared/ui/fields';
import { initiativeActs } from './acts';
import { initiatives, type Entry, type GroupTask, type Initiative, type Meeting } from './api';

const given = (text: string) => text.trim() || null;

/** A task for the group, free or for one of its members. */
export function TaskDialog({ one, opened, onClose }: { one: Initiative; opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('initiatives');
  const members = one.people.filter(({ status }) => status === 'In').map(({ personId, personName }) => ({ value: personId, label: personName }));
  return (
    <CommandDialog<Record<'title' | 'text' | 'dueOn' | 'takerId', string>>
      opened={opened}
      onClose={onClose}
      title={t('task.set')}
      submitLabel={t('task.set')}
      defaults={{ title: '', text: '', dueOn: '', takerId: '' }}
      refresh={initiatives.all}
      onSend={({ title, text, dueOn, takerId }, header) =>
        initiativeActs.setTask(one.id, { title: title.trim(), text: given(text), dueOn: dueOn || null, takerId: takerId || null }, header)
      }
    >
      {({ control }) => (
        <>
          <TextField control={control} name="title" required label={t('task.title')} maxLength={200} />
          <TextAreaField control={control} name="text" label={t('task.text')} maxLength={2000} />
          <DateField control={control} name="dueOn" label={t('task.dueOn')} />
          <SelectField control={control} name="takerId" label={t('task.taker')} empty={t('task.free')} options={members} />
        </>
      )}
    </CommandDialog>
  );
}

/** What came of a task. */
export function FinishDialog({ initiativeId, task, onClose }: { initiativeId: string; task: GroupTask | undefined; onClose: () => void }) {
  const { t } = useTranslation('initiatives');
  return (
    <CommandDialog<{ result: string }>
      opened={task !== undefined}
      onClose={onClose}
      title={task?.title ?? ''}
      submitLabel={t('taskStep.Finish')}
      defaults={{ result: '' }}
      refresh={initiatives.all}
      onSend={async ({ result }) => {
        if (task) await initiativeActs.finishTask(initiativeId, task, result.trim());
      }}
    >
      {({ control }) => <TextAreaField control={control} name="result" required rows={4} label={t('task.result')} maxLength={4000} />}
    </CommandDialog>
  );
}

type Plan = Record<'topic' | 'startsAt' | 'time' | 'durationMinutes' | 'place' | 'link', string>;

/** When, where and about what the group meets. */
export function MeetingDialog({ initiativeId, opened, onClose }: { initiativeId: string; opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('initiatives');
  return (
    <CommandDialog<Plan>
      opened={opened}
      onClose={onClose}
      title={t('meeting.plan')}
      submitLabel={t('meeting.plan')}
      defaults={{ topic: '', startsAt: today(1), time: '15:00', durationMinutes: '45', place: '', link: '' }}
      refresh={initiatives.all}
      onSend={({ topic, startsAt, time, durationMinutes, place, link }, header) =>
        initiativeActs.plan(
          initiativeId,
          {
            topic: topic.trim(),
            startsAt: dayjs(`${startsAt}T${time}`).toISOString(),
            durationMinutes: Number(durationMinutes),
            place: given(place),
            link: given(link),
          },
          header,
        )
      }
    >
      {({ control }) => (
        <>
          <TextField control={control} name="topic" required label={t('meeting.topic')} maxLength={300} />
          <Group grow align="start" gap="sm" preventGrowOverflow={false}>
            <DateField control={control} name="startsAt" required label={t('meeting.day')} />
            <TimeField control={control} />
            <NumberField control={control} name="durationMinutes" required label={t('meeting.duration')} />
          </Group>
          <TextField control={control} name="place" label={t('meeting.place')} maxLength={300} />
          <TextField control={control} name="link" label={t('meeting.link')} hint={t('meeting.linkHint')} maxLength={500} />
        </>
      )}
    </CommandDialog>
  );
}

function TimeField({ control }: { control: Control<Plan> }) {
  const { t } = useTranslation('initiatives');
  const { field, shared } = useField({ control, name: 'time', label: t('meeting.time'), required: true });
  return <TimeInput {...shared} {...field} />;
}

/** Why a meeting is called off. */
export function CancelDialog({ initiativeId, meeting, onClose }: { initiativeId: string; meeting: Meeting | undefined; onClose: () => void }) {
  const { t } = useTranslation('initiatives');
  return (
    <CommandDialog<{ reason: string }>
      opened={meeting !== undefined}
      onClose={onClose}
      title={t('meeting.cancelTitle')}
      submitLabel={t('meeting.cancelTitle')}
      defaults={{ reason: '' }}
      refresh={initiatives.all}
      onSend={async ({ reason }) => {
        if (meeting) await initiativeActs.cancel(initiativeId, meeting, reason.trim());
      }}
    >
      {({ control }) => <TextAreaField control={control} name="reason" required label={t('reason')} hint={t('meeting.cancelHint')} maxLength={1000} />}
    </CommandDialog>
  );
}

/** A message to all, or an answer to one. */
export function WriteDialog({ initiativeId, to, onClose }: { initiativeId: string; to: Entry | 'all' | undefined; onClose: () => void }) {
  const { t } = useTranslation('initiatives');
  const answered = to === 'all' ? undefined : to;
  return (
    <CommandDialog<{ text: string }>
      opened={to !== undefined}
      onClose={onClose}
      size="lg"
      title={t(answered ? 'reply' : 'write')}
      submitLabel={t('send')}
      defaults={{ text: '' }}
      refresh={initiatives.all}
      onSend={({ text }, header) => initiativeActs.write(initiativeId, text.trim(), answered?.id ?? null, header)}
    >
      {({ control }) => (
        <>
          {answered && (
            <Text size="sm" c="dimmed" lineClamp={3}>
              {answered.authorName}: {answered.text}
            </Text>
          )}
          <TextAreaField control={control} name="text" required rows={4} label={t('message')} hint={t('messageHint')} maxLength={4000} />
        </>
      )}
    </CommandDialog>
  );
}
