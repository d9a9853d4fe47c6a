import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { DateField, SelectField } from '@/shared/ui/fields';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { councilPrograms } from '@/shared/councils/choices';
import { useCouncilAct } from '@/shared/councils/use-council-act';
import { evaluationActs } from './acts';

/** Takes up a running or completed program for evaluation. */
export function OpenEvaluation({ organizationId, onClose }: { organizationId: string; onClose: () => void }) {
  const { t } = useTranslation('evaluations');
  const key = useIdempotencyKey();
  const { act, dialog } = useCouncilAct();
  const { data: programs = [] } = useQuery(councilPrograms(organizationId));
  const options = programs.map(({ id, title, mentees }) => ({ value: id, label: `${title} (${mentees.map(({ name }) => name).join(', ')})` }));
  return (
    <>
      <CommandDialog
        opened
        onClose={onClose}
        title={t('evaluations.openTitle')}
        submitLabel={t('evaluations.open')}
        defaults={{ programId: '', dueOn: '' }}
        onSend={(body) => act(() => evaluationActs.open(organizationId, body, key.header))}
      >
        {({ control }) => (
          <>
            <SelectField control={control} name="programId" label={t('evaluations.program')} options={options} empty={t('evaluations.choose')} required />
            <DateField control={control} name="dueOn" label={t('evaluations.until')} required />
          </>
        )}
      </CommandDialog>
      {dialog}
    </>
  );
}
