import { useTranslation } from 'react-i18next';
import { TextAreaField } from '@/shared/ui/fields';
import { CommandDialog } from '@/shared/ui/command-dialog';
import type { Report } from './api';
import type { Words } from './report-page';

type Props = { report: Report; onClose: () => void; onSend: (words: Words) => Promise<boolean> };

/** What the curator says about the figures. */
export function ReportDialog({ report, onClose, onSend }: Props) {
  const { t } = useTranslation('reports');
  const { conclusions, proposals } = report;

  return (
    <CommandDialog<Words>
      opened
      onClose={onClose}
      title={t('writeTitle')}
      submitLabel={t('save')}
      defaults={{ conclusions, proposals }}
      onSend={onSend}
    >
      {({ control }) => (
        <>
          <TextAreaField
            control={control}
            name="conclusions"
            label={t('conclusions')}
            hint={t('conclusionsHint')}
            rows={8}
            maxLength={8000}
            required
          />
          <TextAreaField control={control} name="proposals" label={t('proposals')} rows={4} maxLength={4000} />
        </>
      )}
    </CommandDialog>
  );
}
