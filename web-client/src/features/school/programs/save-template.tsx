import { useState } from 'react';
import { Button, Group, Text, TextInput } from '@mantine/core';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { planActs } from './plan-acts';
import { LONGEST } from './template-values';
import type { Program } from './types';
import { useAct } from './use-act';

/** Keeps the goals and the roadmap of a program as a template of the school. */
export function SaveTemplate({ program }: { program: Program }) {
  const { t } = useTranslation('programs');
  const { act, dialog } = useAct();
  const [asking, setAsking] = useState(false);
  const [title, setTitle] = useState(program.title);
  const [saved, setSaved] = useState('');

  const body = () => ({
    organizationId: program.organizationId,
    title: title.trim(),
    purposeCode: program.purposeCode,
    goals: program.goals.map(({ areaCode, difficulty, goal, measure }) => ({ areaCode, difficulty, goal, measure })),
    activities: program.activities.map(({ activity, dueOn, responsible, expectedResult }) => ({
      ...{ activity, responsible, expectedResult },
      dueAfterDays: Math.min(LONGEST, Math.max(0, dayjs(dueOn).diff(program.startsOn, 'day'))),
    })),
  });

  return (
    <Group gap="xs">
      <Button size="compact-sm" variant="default" onClick={() => setAsking(true)}>
        {t('templates.save')}
      </Button>
      <Text component="span" size="sm" role="status">
        {saved && t('templates.saved', { title: saved })}
      </Text>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('templates.save')}
        confirmLabel={t('templates.saveConfirm')}
        onConfirm={async () => {
          if (!title.trim()) return false;
          const done = await act(() => planActs.createTemplate(body()));
          if (done) setSaved(title.trim());
          return done;
        }}
      >
        <Text>{t('templates.saveText')}</Text>
        <TextInput
          label={t('templates.name')}
          required
          maxLength={200}
          value={title}
          error={!title.trim() && t('templates.nameMissing')}
          onChange={({ currentTarget }) => setTitle(currentTarget.value)}
        />
      </ConfirmDialog>
      {dialog}
    </Group>
  );
}
