import { FileInput } from '@mantine/core';
import { useController, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useFileRoom } from '@/shared/storage/use-file-room';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { partnershipActs, partnerships, type Contract } from './api';

const LARGEST = 20 * 1024 * 1024;
type Values = { file: File | null };
type Props = { organizationId: string; contract: Contract | undefined; onClose: () => void };

/** The signed contract as a file. */
export function FileDialog({ organizationId, contract, onClose }: Props) {
  const { t } = useTranslation('partnerships');
  return (
    <CommandDialog<Values>
      opened={contract !== undefined}
      title={t('contract.attach')}
      onClose={onClose}
      defaults={{ file: null }}
      fields={['file']}
      submitLabel={t('contract.attach')}
      onSend={async ({ file }, header) => {
        if (contract && file) await partnershipActs.attach(organizationId, contract, file, header);
      }}
      refresh={partnerships.all}
    >
      {({ control }) => <FileField control={control} organizationId={organizationId} />}
    </CommandDialog>
  );
}

function FileField({ control, organizationId }: { control: Control<Values>; organizationId: string }) {
  const { t } = useTranslation('partnerships');
  const room = useFileRoom({ organizationId });
  const { field, fieldState } = useController({
    control,
    name: 'file',
    rules: {
      required: t('contract.chooseFile'),
      validate: (file) => !file || (file.size > LARGEST ? t('contract.tooLarge') : (room.fault(file) ?? true)),
    },
  });
  return (
    <FileInput
      id="file"
      label={t('contract.file')}
      description={[t('contract.fileHint'), room.hint].filter(Boolean).join('. ')}
      accept=".pdf,.docx,.odt,.png,.jpg,.jpeg,.webp,.txt"
      required
      value={field.value}
      onChange={field.onChange}
      error={fieldState.error?.message}
    />
  );
}
