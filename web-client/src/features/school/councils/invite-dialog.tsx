import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { staff } from '@/shared/staff/api';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { SelectField, TextField } from '@/shared/ui/fields';
import { useCouncilAct } from '@/shared/councils/use-council-act';
import { councilActs } from './acts';
import type { Council } from './types';

type Values = { personId: string; seat: 'Chair' | 'Member'; basis: string; publicCouncils: string };
type Props = { council: Council; opened: boolean; onClose: () => void };

/** Offers a seat: the person agrees or declines on the own page of the day. */
export function InviteDialog({ council, opened, onClose }: Props) {
  const { t } = useTranslation('councils');
  const key = useIdempotencyKey();
  const { act, dialog } = useCouncilAct();
  const { data: everybody = [] } = useQuery({ ...staff.all(council.organizationId), enabled: opened });
  const taken = new Set(council.seats.filter(({ status }) => status === 'Invited' || status === 'Agreed').map(({ personId }) => personId));
  const options = everybody.filter(({ personId }) => !taken.has(personId)).map(({ personId, name }) => ({ value: personId, label: name }));
  const seats = (['Member', 'Chair'] as const).map((value) => ({ value, label: t(`seat.${value}`) }));
  const initial: Values = { personId: '', seat: 'Member', basis: '', publicCouncils: '' };

  return (
    <>
      <CommandDialog<Values>
        opened={opened}
        onClose={onClose}
        title={t('members.inviteTitle')}
        submitLabel={t('members.invite')}
        defaults={initial}
        onSend={async ({ personId, seat, basis, publicCouncils }) => {
          const done = await act(() =>
            councilActs.invite(
              council.organizationId,
              { personId, seat, basis: basis.trim() || null, publicCouncils: publicCouncils.trim() || null },
              key.header,
            ),
          );
          if (done) key.next();
          return done;
        }}
      >
        {({ control, watch }) => (
          <>
            <Text size="sm" c="dimmed">
              {t('members.inviteText')}
            </Text>
            <SelectField control={control} name="personId" label={t('members.person')} options={options} empty={t('members.choose')} required />
            <SelectField control={control} name="seat" label={t('members.seat')} options={seats} />
            {watch('seat') === 'Chair' && <Text size="sm">{t('members.chairText')}</Text>}
            <TextField
              control={control}
              name="basis"
              label={t('members.basis')}
              hint={t('members.basisHint')}
              required={watch('seat') === 'Chair'}
              maxLength={500}
            />
            <TextField control={control} name="publicCouncils" label={t('members.publicCouncilsField')} maxLength={500} />
          </>
        )}
      </CommandDialog>
      {dialog}
    </>
  );
}
