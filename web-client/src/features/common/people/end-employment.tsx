import { Alert, List, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { today } from '@/shared/i18n/dates';
import { useFormat } from '@/shared/i18n/use-format';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { DateField, SelectField } from '@/shared/ui/fields';
import { offerUndo } from '@/shared/ui/undo-toast';
import { endEmployment, undoStaffEdit } from './acts';
import { people, type EndReason, type Person, type StaffPlace } from './api';

type Employment = Person['employments'][number];
type Props = {
  personId: string;
  /** Whose work it is, where the page does not say it already. */
  name?: string;
  /** The posts of which one ends: asked for where there are several. */
  employments: readonly [Employment, ...Employment[]];
  onClose: () => void;
};
type Values = { employmentId: string; lastDay: string; reason: EndReason };

const REASONS: readonly EndReason[] = ['OwnWish', 'Transfer', 'Retirement', 'TermEnded', 'Other'];

/** The end of somebody's work, with what follows from it shown before. */
export function EndEmployment({ personId, name, employments, onClose }: Props) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const client = useQueryClient();
  const positions = useDictionary('position');
  const chosen = (id: string) => employments.find((one) => one.id === id) ?? employments[0];
  const placeOf = ({ organizationId }: Employment) => ({ organizationId, personId });

  return (
    <CommandDialog<Values>
      opened
      onClose={onClose}
      title={t('staff.end')}
      submitLabel={t('staff.confirmEnd')}
      defaults={{ employmentId: employments[0].id, lastDay: today(), reason: 'OwnWish' }}
      refresh={people.all()}
      silent
      onSend={async ({ employmentId, ...values }, header) => {
        const { id, version, ...work } = chosen(employmentId);
        const place = { organizationId: work.organizationId, personId };
        const { editId } = await endEmployment(place, id, { version, ...values }, header);
        offerUndo({
          message: t('staff.ended', { date: format.date(values.lastDay) }),
          undo: () => undoStaffEdit(place, editId).finally(() => client.invalidateQueries({ queryKey: people.all() })),
        });
      }}
    >
      {({ control, watch }) => (
        <>
          {name && <Text fw={600}>{name}</Text>}
          {employments.length > 1 && (
            <SelectField
              control={control}
              name="employmentId"
              label={t('staff.which')}
              options={employments.map((one) => ({ value: one.id, label: `${positions.name(one.positionCode)}, ${one.organizationName}` }))}
            />
          )}
          <DateField control={control} name="lastDay" label={t('staff.lastDay')} required />
          <SelectField
            control={control}
            name="reason"
            label={t('staff.reason')}
            options={REASONS.map((value) => ({ value, label: t(`endReason.${value}`) }))}
          />
          <Consequences place={placeOf(chosen(watch('employmentId')))} employmentId={watch('employmentId')} lastDay={watch('lastDay')} />
        </>
      )}
    </CommandDialog>
  );
}

function Consequences({ place, employmentId, lastDay }: { place: StaffPlace; employmentId: string; lastDay: string }) {
  const { t } = useTranslation('people');
  const { data: end } = useQuery({ ...people.end(place, employmentId, lastDay), enabled: lastDay !== '' });
  if (!end) return null;
  if (end.worksOn) return <Alert variant="outline">{t('staff.worksOn')}</Alert>;

  const counts = (['meetings', 'requests', 'seats', 'roles'] as const).filter((key) => end[key] > 0);
  if (end.programs.length + counts.length === 0) return <Alert variant="outline">{t('staff.nothing')}</Alert>;
  return (
    <Alert color="yellow" variant="outline" role="status">
      {end.programs.length > 0 && (
        <>
          <Text>{t('staff.programs')}</Text>
          <List size="sm">
            {end.programs.map(({ id, title, role }) => (
              <List.Item key={id}>{`${title} (${t(`programRole.${role as 'Mentor' | 'Mentee'}`)})`}</List.Item>
            ))}
          </List>
        </>
      )}
      {counts.length > 0 && (
        <Text>
          {t('staff.follows')} {counts.map((key) => t(`staff.${key}`, { count: end[key] })).join(', ')}.
        </Text>
      )}
      {end.programs.length > 0 && <Text>{t('staff.told')}</Text>}
    </Alert>
  );
}
