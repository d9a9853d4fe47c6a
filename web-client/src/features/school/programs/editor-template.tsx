import { useEffect, useState } from 'react';
import { Button, Group, NativeSelect, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useFormContext, useFormState, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { LinkButton } from '@/shared/ui/link-button';
import { isBlank, type ProgramValues } from './editor-values';
import { plans, type Template } from './plan-api';
import cls from './program-editor.module.css';
import { departures, dueDay } from './working-days';

/** Fills a new program's goals and roadmap from a template of the school; terms are counted from its first day and follow it. */
export function EditorTemplate({ organizationId, mayCompose }: { organizationId: string; mayCompose: boolean }) {
  const { t } = useTranslation('programs');
  const { control, getValues } = useFormContext<ProgramValues>();
  const { dirtyFields } = useFormState({ control, name: 'endsOn' });
  const { data: templates } = useQuery(plans.templates(organizationId));
  const [chosen, setChosen] = useState('');
  const [asking, setAsking] = useState(false);
  const { fill, taken } = useFill();
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

  const template = templates.find(({ id }) => id === chosen);
  const take = () => {
    if (!template) return;
    const { goals, activities } = getValues();
    const written = [...goals, ...activities].some((row) => !isBlank(row));
    if (written) setAsking(true);
    else void fill(template, !dirtyFields.endsOn);
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
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('templates.againTitle')}
        confirmLabel={t('templates.again')}
        onConfirm={() => template && fill(template, !dirtyFields.endsOn)}
      >
        <Text size="sm">{template && t('templates.againText', { title: template.title })}</Text>
      </ConfirmDialog>
    </section>
  );
}

function useFill() {
  const client = useQueryClient();
  const { control, clearErrors, getValues, setValue } = useFormContext<ProgramValues>();
  const startsOn = useWatch({ control, name: 'startsOn' });
  const [taken, setTaken] = useState('');
  const change = { shouldDirty: true };

  const fill = async (template: Template, mayExtend: boolean) => {
    const longest = Math.max(0, ...template.activities.map(({ dueAfterDays }) => dueAfterDays));
    const first = getValues('startsOn');
    const known = first ? await departures(client, first, longest) : new Map<string, boolean>();
    const dueOf = (days: number) => (first ? dueDay(first, days, known) : '');
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
      template.activities.map(({ activity, dueAfterDays: after, responsible, expectedResult }) => {
        const dueOn = dueOf(after);
        return { activity, responsible, expectedResult, dueOn, after, counted: dueOn };
      }),
      change,
    );
    const last = dueOf(longest);
    if (mayExtend && last > getValues('endsOn')) setValue('endsOn', last);
    clearErrors(['purposeCode', 'goals', 'activities']);
    setTaken(template.title);
  };

  // Only what is still as it was counted follows the first day: a day that somebody chose stays.
  useEffect(() => {
    const rows = getValues('activities');
    const longest = Math.max(-1, ...rows.map(({ after }) => after ?? -1));
    if (!startsOn || longest < 0) return;
    let isCurrent = true;
    void departures(client, startsOn, longest).then((known) => {
      if (!isCurrent) return;
      getValues('activities').forEach(({ after, counted, dueOn }, index) => {
        if (after === undefined || dueOn !== counted) return;
        const day = dueDay(startsOn, after, known);
        setValue(`activities.${index}.dueOn`, day, { shouldDirty: true });
        setValue(`activities.${index}.counted`, day);
      });
    });
    return () => {
      isCurrent = false;
    };
  }, [startsOn, client, getValues, setValue]);

  return { fill, taken };
}
