import { useState } from 'react';
import { Alert, Button, List, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { undoStaffEdit } from './acts';
import { people, type StaffEdit, type StaffPlace } from './api';

type Change = StaffEdit['changes'][number];

/** What was changed by hand, who did it and when; the last of each can be undone. */
export function StaffHistory(place: StaffPlace) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const client = useQueryClient();
  const positions = useDictionary('position');
  const { data: edits = [] } = useQuery(people.edits(place));
  const [asked, setAsked] = useState<StaffEdit>();
  if (!edits.length) return null;

  const shown = (field: string, value: string | null) => {
    if (!value) return t('staff.blank');
    if (field === 'position_code') return positions.name(value);
    if (field === 'is_main') return t(value === 'true' ? 'staff.main' : 'staff.second');
    if (field === 'qualification') return t(`qualification.${value as 'First'}`);
    return field === 'birth_date' || field === 'last_day' ? format.date(value) : value;
  };
  const line = ({ field, before, after }: Change) =>
    t('staff.arrow', { field: t(`editField.${field as 'email'}`), before: shown(field, before), after: shown(field, after) });
  const facts = ({ kind, effectiveOn, reason, changes, undoneAt }: StaffEdit) =>
    [
      ...changes.map(line),
      ...(kind === 'Work' ? [t('staff.since', { date: format.date(effectiveOn) })] : []),
      ...(reason ? [t(`endReason.${reason}`)] : []),
      ...(undoneAt ? [t('staff.undone')] : []),
    ].join('; ');

  return (
    <>
      <Title order={3} mt="md" mb="xs">
        {t('staff.history')}
      </Title>
      <List listStyleType="none" spacing="xs">
        {edits.map((edit) => (
          <List.Item key={edit.id}>
            <Text>
              <b>{t(`editKind.${edit.kind}`)}</b> — {facts(edit)}
            </Text>
            <Text size="sm" c="dimmed">
              {t('staff.made', { when: format.instant(edit.madeAt), who: edit.madeBy })}
            </Text>
            {edit.undoneAt && <LeftPrograms of={edit} />}
            {edit.mayUndo && (
              <Button
                size="xs"
                mt={4}
                variant="default"
                aria-label={t('staff.undoOf', { what: t(`editKind.${edit.kind}`) })}
                onClick={() => setAsked(edit)}
              >
                {t('staff.undo')}
              </Button>
            )}
          </List.Item>
        ))}
      </List>
      <ConfirmDialog
        opened={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={t('staff.undoTitle')}
        confirmLabel={t('staff.undoDo')}
        onConfirm={async () => {
          if (asked) await undoStaffEdit(place, asked.id);
          await client.invalidateQueries({ queryKey: people.all() });
        }}
      >
        <Text>{t(asked?.kind === 'End' ? 'staff.undoEnd' : 'staff.undoText')}</Text>
        {asked && <LeftPrograms of={asked} />}
      </ConfirmDialog>
    </>
  );
}

/** Where somebody took part whose work goes on after all: nobody is brought back unasked. */
function LeftPrograms({ of: { left } }: { of: StaffEdit }) {
  const { t } = useTranslation('people');
  if (left.length === 0) return null;
  return (
    <Alert color="yellow" variant="outline" my="xs">
      <Text>{t('staff.leftPrograms', { count: left.length })}</Text>
      <List size="sm">
        {left.map(({ id, title, role }) => (
          <List.Item key={id}>
            <Link to="/programs/$programId" params={{ programId: id }}>
              {title}
            </Link>{' '}
            ({t(`programRole.${role as 'Mentor' | 'Mentee'}`)})
          </List.Item>
        ))}
      </List>
    </Alert>
  );
}
