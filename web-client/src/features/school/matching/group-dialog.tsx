import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { parseNumber } from '@/shared/i18n/numbers';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { NumberField, SelectField } from '@/shared/ui/fields';
import { matchingActs } from './acts';
import { matching, type Mentor } from './api';

type Props = { organizationId: string; opened: boolean; mentors: readonly Mentor[]; onClose: () => void };

type Values = { mentorId: string; areaCode: string; seats: string };

/** A mentor leads several mentees on one competence area. */
export function GroupDialog({ organizationId, opened, mentors, onClose }: Props) {
  const { t } = useTranslation('matching');
  const areas = useDictionary('competence-area');
  return (
    <CommandDialog<Values>
      opened={opened}
      onClose={onClose}
      title={t('groups.open')}
      submitLabel={t('groups.openConfirm')}
      defaults={{ mentorId: '', areaCode: '', seats: '4' }}
      refresh={matching.all()}
      onSend={({ seats, ...values }, header) =>
        matchingActs.openGroup(organizationId, { ...values, seats: parseNumber(seats) ?? 0 }, header)
      }
    >
      {({ control }) => (
        <>
          <Text size="sm" c="dimmed">
            {t('groups.about')}
          </Text>
          <SelectField
            control={control}
            name="mentorId"
            required
            label={t('groups.mentor')}
            empty={t('groups.chooseMentor')}
            options={mentors.map((mentor) => ({
              value: mentor.personId,
              label: t('groups.mentorFree', { name: mentor.name, count: Math.max(0, mentor.capacity - mentor.taken) }),
            }))}
          />
          <SelectField
            control={control}
            name="areaCode"
            required
            label={t('groups.area')}
            empty={t('groups.chooseArea')}
            options={areas.options}
          />
          <NumberField control={control} name="seats" required label={t('groups.seatsLabel')} hint={t('groups.seatsHint')} />
        </>
      )}
    </CommandDialog>
  );
}
