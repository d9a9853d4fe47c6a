import { useQuery } from '@tanstack/react-query';
import type { Control } from 'react-hook-form';
import { useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { DateField, SelectField, TextAreaField, TextField } from '@/shared/ui/fields';
import { councilPrograms } from '@/shared/councils/choices';
import { useCouncilAct } from '@/shared/councils/use-council-act';
import { preparationActs } from './acts';
import type { CouncilTask } from './types';

/** What a new task is for; the form asks for the rest. */
export type TaskFor = { kind: CouncilTask['kind']; preparationId?: string; programId?: string; areaCode?: string; title?: string };

type Values = { kind: CouncilTask['kind']; title: string; responsibleName: string; dueOn: string; programId: string };
type Props = { organizationId: string; task: TaskFor | undefined; onClose: () => void };

const kinds = ['Organizational', 'Methodical', 'Material', 'Infrastructure', 'ProgramCorrection'] as const;

/** The council asks for something: by whom and by when. */
export function TaskDialog({ organizationId, task, onClose }: Props) {
  const { t } = useTranslation('preparations');
  const key = useIdempotencyKey();
  const { act, dialog } = useCouncilAct();
  const initial: Values = { kind: task?.kind ?? 'Organizational', title: task?.title ?? '', responsibleName: '', dueOn: '', programId: task?.programId ?? '' };

  return (
    <>
      <CommandDialog<Values>
        opened={task !== undefined}
        onClose={onClose}
        title={t(task?.preparationId ? 'preparations.addStep' : 'tasks.add')}
        submitLabel={t('tasks.send')}
        defaults={initial}
        onSend={async ({ kind, title, responsibleName, dueOn, programId }) => {
          const body = {
            kind,
            title: title.trim(),
            responsibleName: responsibleName.trim(),
            dueOn,
            preparationId: task?.preparationId ?? null,
            programId: programId || null,
            areaCode: task?.areaCode ?? null,
          };
          const done = await act(() => preparationActs.addTask(organizationId, body, key.header));
          if (done) key.next();
          return done;
        }}
      >
        {({ control }) => (
          <>
            {!task?.preparationId && <ForWhat control={control} organizationId={organizationId} />}
            <TextAreaField control={control} name="title" label={t('tasks.name')} rows={2} maxLength={500} required />
            <TextField control={control} name="responsibleName" label={t('tasks.responsible')} maxLength={200} required />
            <DateField control={control} name="dueOn" label={t('tasks.dueOn')} required />
          </>
        )}
      </CommandDialog>
      {dialog}
    </>
  );
}

function ForWhat({ control, organizationId }: { control: Control<Values>; organizationId: string }) {
  const { t } = useTranslation('preparations');
  const corrects = useWatch({ control, name: 'kind' }) === 'ProgramCorrection';
  const { data: programs = [] } = useQuery(councilPrograms(organizationId));
  const running = programs.filter(({ status }) => status !== 'Completed');
  const options = running.map(({ id, title, mentees }) => ({ value: id, label: `${title} (${mentees.map(({ name }) => name).join(', ')})` }));

  return (
    <>
      <SelectField control={control} name="kind" label={t('tasks.kind')} options={kinds.map((value) => ({ value, label: t(`taskKind.${value}`) }))} />
      <SelectField
        control={control}
        name="programId"
        label={t('tasks.program')}
        options={options}
        empty={t(corrects ? 'tasks.choose' : 'tasks.noProgram')}
        required={corrects}
      />
    </>
  );
}
