import type { Control, FieldPath, FieldValues } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { SelectField } from '@/shared/ui/fields';
import type { Delivery } from './api';

const ways: readonly Delivery[] = ['Mail', 'Sheet'];

/** By mail, where the staff list has an address; else two colleagues see to it. */
export function DeliveryField<T extends FieldValues>({ control, name }: { control: Control<T>; name: FieldPath<T> }) {
  const { t } = useTranslation('settings');
  return <SelectField control={control} name={name} label={t('invite.delivery')} options={ways.map((value) => ({ value, label: t(`invite.${value}`) }))} />;
}
