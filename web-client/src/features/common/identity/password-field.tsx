import { PasswordInput } from '@mantine/core';
import type { FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useField, type FieldProps } from '@/shared/ui/fields';

type Props<T extends FieldValues> = FieldProps<T> & {
  /** Tells password managers whether to fill in or to offer a new one. */
  autoComplete: 'current-password' | 'new-password';
};

/** Can be shown while it is typed, which spares typing it twice. */
export function PasswordField<T extends FieldValues>({ autoComplete, ...props }: Props<T>) {
  const { t } = useTranslation('identity');
  const { field, shared } = useField(props);
  return (
    <PasswordInput
      {...shared}
      {...field}
      autoComplete={autoComplete}
      visibilityToggleFocusable
      visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
    />
  );
}
