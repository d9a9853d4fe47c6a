import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { SelectField, TextAreaField } from '@/shared/ui/fields';
import { useCouncilAct } from '@/shared/councils/use-council-act';
import { preparationActs } from './acts';
import type { CouncilTask, Preparation } from './types';

type Props = {
  what: { task: CouncilTask } | { preparation: Preparation };
  opened: boolean;
  onClose: () => void;
};

/** What came of a task or a preparation; the first choice is the happy one. */
export function FinishDialog({ what, opened, onClose }: Props) {
  const { t } = useTranslation('preparations');
  const { act, dialog } = useCouncilAct();
  const isTask = 'task' in what;
  const options = isTask
    ? (['Done', 'Dropped'] as const).map((value) => ({ value, label: t(`taskStatus.${value}`) }))
    : (['TookPart', 'Cancelled'] as const).map((value) => ({ value, label: t(`preparationStatus.${value}`) }));

  const send = (status: string, result: string) =>
    isTask
      ? preparationActs.finishTask(what.task.id, { version: what.task.version, status: status as CouncilTask['status'], result })
      : preparationActs.finishPreparation(what.preparation.id, {
          version: what.preparation.version,
          status: status as Preparation['status'],
          result,
        });

  return (
    <>
      <CommandDialog<{ status: string; result: string }>
        opened={opened}
        onClose={onClose}
        title={t(isTask ? 'tasks.finishTitle' : 'preparations.finishTitle')}
        submitLabel={t(isTask ? 'tasks.finish' : 'preparations.finish')}
        defaults={{ status: options[0]?.value ?? '', result: '' }}
        onSend={({ status, result }) => act(() => send(status, result.trim()))}
      >
        {({ control }) => (
          <>
            <Text>{isTask ? what.task.title : what.preparation.title}</Text>
            <SelectField control={control} name="status" label={t('tasks.outcome')} options={options} />
            <TextAreaField control={control} name="result" label={t('tasks.result')} maxLength={2000} required />
          </>
        )}
      </CommandDialog>
      {dialog}
    </>
  );
}
