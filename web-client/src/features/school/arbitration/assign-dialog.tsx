import { useState } from 'react';
import { Checkbox, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { Failure } from '@/shared/ui/failure';
import { useRefreshingAct } from '@/shared/ui/use-refreshing-act';
import { caseActs } from './acts';
import { cases, refreshCases } from './api';

type Props = { caseId: string; version: number; opened: boolean; onClose: () => void };

/** Who hears the case: members who are no party to it and have not decided it before. */
export function AssignDialog({ caseId, version, opened, onClose }: Props) {
  const { t } = useTranslation('arbitration');
  const client = useQueryClient();
  const { act, dialog } = useRefreshingAct(() => refreshCases(client));
  const [chosen, setChosen] = useState<string[]>([]);
  const [lacking, setLacking] = useState(false);
  const { data: arbiters, error } = useQuery({ ...cases.arbiters(caseId), enabled: opened });

  return (
    <>
      <ConfirmDialog
        opened={opened}
        onClose={onClose}
        title={t('act.Assign.title')}
        confirmLabel={t('act.Assign.button')}
        onConfirm={() => {
          setLacking(chosen.length === 0);
          return chosen.length > 0 && act(() => caseActs.assign(caseId, version, chosen));
        }}
      >
        <Text size="sm" c="dimmed">
          {t('act.Assign.text')}
        </Text>
        {error && <Failure error={error} />}
        <Stack gap="xs" role="group" aria-label={t('field.arbiters')}>
          {arbiters?.map(({ personId, name, chair }) => (
            <Checkbox
              key={personId}
              label={chair ? t('page.chair', { name }) : name}
              checked={chosen.includes(personId)}
              onChange={({ currentTarget: { checked } }) =>
                setChosen(checked ? [...chosen, personId] : chosen.filter((id) => id !== personId))
              }
            />
          ))}
        </Stack>
        {lacking && chosen.length === 0 && (
          <Text role="alert" c="var(--mantine-color-error)">
            {t('act.Assign.none')}
          </Text>
        )}
      </ConfirmDialog>
      {dialog}
    </>
  );
}
