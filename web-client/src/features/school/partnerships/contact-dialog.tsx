import { useTranslation } from 'react-i18next';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { SelectField, TextAreaField, TextField } from '@/shared/ui/fields';
import { partnershipActs, partnerships, type Contact, type ContactCard } from './api';
import { contactRoles } from './search';

type Props = { organizationId: string; opened: boolean; contact: Contact | undefined; onClose: () => void };

/** Who somebody outside the school is and how to reach them at work. */
export function ContactDialog({ organizationId, opened, contact, onClose }: Props) {
  const { t } = useTranslation('partnerships');
  return (
    <CommandDialog<ContactCard>
      opened={opened}
      title={t(contact ? 'contact.edit' : 'contact.add')}
      onClose={onClose}
      defaults={{
        name: contact?.name ?? '',
        post: contact?.post ?? '',
        worksAt: contact?.worksAt ?? '',
        role: contact?.role ?? 'Official',
        reach: contact?.reach ?? '',
        note: contact?.note ?? '',
      }}
      fields={['name', 'post', 'worksAt', 'role', 'reach', 'note']}
      submitLabel={t('save')}
      onSend={({ role, ...texts }, header) => {
        const trimmed = Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text.trim()])) as typeof texts;
        const card = { ...trimmed, role };
        return contact ? partnershipActs.reviseContact(organizationId, contact, card) : partnershipActs.addContact(organizationId, card, header);
      }}
      refresh={partnerships.all}
    >
      {({ control }) => (
        <>
          <TextField control={control} name="name" label={t('contact.name')} required maxLength={200} />
          <TextField control={control} name="post" label={t('contact.post')} maxLength={200} />
          <TextField control={control} name="worksAt" label={t('contact.worksAt')} required maxLength={300} />
          <SelectField control={control} name="role" label={t('contact.role')} options={contactRoles.map((value) => ({ value, label: t(`role.${value}`) }))} />
          <TextField control={control} name="reach" label={t('contact.reach')} hint={t('contact.reachHint')} maxLength={300} />
          <TextAreaField control={control} name="note" label={t('contact.note')} rows={2} maxLength={1000} />
        </>
      )}
    </CommandDialog>
  );
}
