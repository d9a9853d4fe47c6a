import { Group } from '@mantine/core';
import { useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { lastDay } from '@/shared/i18n/dates';
import { endAfter } from '@/shared/ui/fields-end';
import { OrganizationField } from '@/shared/organizations/organization-field';
import { StaffField } from '@/shared/staff/staff-field';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { DateField, SelectField, TextAreaField, TextField } from '@/shared/ui/fields';
import { partnershipActs, partnerships, type Contract } from './api';
import { contractKinds } from './search';

export type ContractValues = {
  kind: (typeof contractKinds)[number];
  partnerOrganizationId: string;
  partnerName: string;
  subject: string;
  number: string;
  signedOn: string;
  startsOn: string;
  endsOn: string;
  responsibleId: string;
};

const valuesOf = (contract: Contract | undefined): ContractValues => ({
  kind: contract?.kind ?? 'Cooperation',
  partnerOrganizationId: contract?.partnerOrganizationId ?? '',
  partnerName: contract?.partnerOrganizationId ? '' : (contract?.partnerName ?? ''),
  subject: contract?.subject ?? '',
  number: contract?.number ?? '',
  signedOn: contract?.signedOn ?? '',
  startsOn: contract?.startsOn ?? '',
  endsOn: contract?.endsOn ? lastDay(contract.endsOn) : '',
  responsibleId: contract?.responsibleId ?? '',
});

type Props = { organizationId: string; opened: boolean; contract: Contract | undefined; onClose: () => void };

/** With whom, about what, for how long and who answers for it. */
export function ContractDialog({ organizationId, opened, contract, onClose }: Props) {
  const { t } = useTranslation('partnerships');
  const known = contract?.partnerOrganizationId ? { value: contract.partnerOrganizationId, label: contract.partnerName } : undefined;
  return (
    <CommandDialog<ContractValues>
      opened={opened}
      title={t(contract ? 'contract.edit' : 'contract.add')}
      size="lg"
      onClose={onClose}
      defaults={valuesOf(contract)}
      fields={Object.keys(valuesOf(contract))}
      submitLabel={t('save')}
      onSend={({ partnerOrganizationId, partnerName, subject, number, signedOn, endsOn, ...rest }, header) => {
        const plan = {
          ...rest,
          partnerOrganizationId: partnerOrganizationId || null,
          partnerName: partnerName.trim() || null,
          subject: subject.trim(),
          number: number.trim(),
          signedOn: signedOn || null,
          endsOn: endAfter(endsOn),
        };
        return contract ? partnershipActs.revise(organizationId, contract, plan) : partnershipActs.draft(organizationId, plan, header);
      }}
      refresh={partnerships.all}
    >
      {({ control }) => (
        <>
          <SelectField
            control={control}
            name="kind"
            label={t('contract.kind')}
            options={contractKinds.map((value) => ({ value, label: t(`contractKind.${value}`) }))}
          />
          <OrganizationField
            control={control}
            name="partnerOrganizationId"
            label={t('contract.fromRegister')}
            hint={t('contract.fromRegisterHint')}
            except={organizationId}
            known={known}
          />
          <PartnerName control={control} />
          <TextAreaField control={control} name="subject" label={t('contract.subject')} rows={2} required maxLength={1000} />
          <Group grow align="start" gap="sm" preventGrowOverflow={false}>
            <TextField control={control} name="number" label={t('contract.number')} hint={t('contract.numberHint')} maxLength={50} />
            <DateField control={control} name="signedOn" label={t('contract.signedOn')} hint={t('contract.numberHint')} />
          </Group>
          <Group grow align="start" gap="sm" preventGrowOverflow={false}>
            <DateField control={control} name="startsOn" label={t('contract.startsOn')} required />
            <DateField control={control} name="endsOn" label={t('contract.endsOn')} hint={t('contract.endsOnHint')} />
          </Group>
          <StaffField control={control} name="responsibleId" label={t('contract.responsible')} required organizationId={organizationId} />
        </>
      )}
    </CommandDialog>
  );
}

/** Asked only where the register does not know the partner. */
function PartnerName({ control }: { control: Control<ContractValues> }) {
  const { t } = useTranslation('partnerships');
  const inRegister = useWatch({ control, name: 'partnerOrganizationId' });
  return inRegister ? null : <TextField control={control} name="partnerName" label={t('contract.partner')} required maxLength={300} />;
}
