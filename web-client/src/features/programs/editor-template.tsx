import { useState } from 'react';
import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import dayjs from 'dayjs';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '@/shared/ui/link-button';
import type { ProgramValues } from './editor-values';
import { plans } from './plan-api';
import cls from './program-editor.module.css';

/** Fills a new program's goals and roadmap from a template of the school; terms are counted from its first day. */
export function EditorTemplate({ organizationId, mayCompose }: { organizationId: string; mayCompose: boolean }) {
  const { t } = useTranslation('programs');
  const { getValues, setValue } = useFormContext<ProgramValues>();
  const { data: templates } = useQuery(plans.templates(organizationId));
  const [chosen, setChosen] = useState('');
  const [taken, setTaken] = useState('');
  const params = { orgId: organizationId };
  if (!templates) return null;
  if (templates.length === 0)
    return mayCompose ? (
      <Text size="sm" mb="md">
        {t('templates.noneYetTake')}{' '}
        <Link to="/school/$orgId/templates/new" params={params}>
          {t('templates.compose')}
        </Link>
      </Text>
    ) : null;

  const take = () => {
    const template = templates.find(({ id }) => id === chosen);
    if (!template) return;
    const first = dayjs(getValues('startsOn') || undefined);
    const change = { shouldDirty: true };
    if (!getValues('purposeCode')) setValue('purposeCode', template.purposeCode, change);
    setValue(
      'goals',
      template.goals.map(({ areaCode, difficulty, goal, measure }) => ({
        ...{ areaCode, difficulty, goal },
        ...{ measure: measure ?? '', measureBefore: '', measureTarget: '' },
      })),
      change,
    );
    setValue(
      'activities',
      template.activities.map(({ activity, dueAfterDays, responsible, expectedResult }) => ({
        ...{ activity, responsible, expectedResult },
        dueOn: first.add(dueAfterDays, 'day').format('YYYY-MM-DD'),
      })),
      change,
    );
    setTaken(template.title);
  };

  return (
    <section className={cls.section} aria-label={t('templates.take')}>
      <Group align="end" gap="sm">
        <NativeSelect
          label={t('templates.take')}
          description={t('templates.takeHint')}
          value={chosen}
          onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          data={[{ value: '', label: t('editor.choose') }, ...templates.map(({ id, title }) => ({ value: id, label: title }))]}
        />
        <Button variant="default" disabled={!chosen} onClick={take}>
          {t('templates.fill')}
        </Button>
        <LinkButton variant="subtle" to="/school/$orgId/templates" params={params}>
          {t('templates.all')}
        </LinkButton>
      </Group>
      <Text size="sm" mt={4} role="status">
        {taken && t('templates.filled', { title: taken })}
      </Text>
    </section>
  );
}
