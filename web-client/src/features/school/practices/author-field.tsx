import type { Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ColleagueField } from '@/shared/people/colleague-field';
import type { PracticeValues } from './editor-values';

type Props = {
  control: Control<PracticeValues>;
  organizationId: string;
  /** The authors whom the practice has already, with their names. */
  known: readonly { personId: string; name: string }[];
};

/** The other authors, found by name among those who work at the school. */
export function AuthorField(props: Props) {
  const { t } = useTranslation('practices');
  return (
    <ColleagueField {...props} name="authorIds" label={t('field.authorIds')} hint={t('hint.authorIds')} nobody={t('editor.nobody')} most={10} />
  );
}
