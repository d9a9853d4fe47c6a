import { useState } from 'react';
import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, data } from '@/shared/api/client';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { SelectField, TextAreaField } from '@/shared/ui/fields';
import { Loaded } from '@/shared/ui/loaded';
import { StatusTag } from '@/shared/ui/status-tag';
import { routes, type Route } from './api';
import { Course } from './course';
import { GoalState } from './goal-state';
import { Edit, Part } from './part';
import { OneActivity } from './roadmap';
import { Versions } from './route-history';
import { tones } from './search';
import { Suggestions } from './suggestions';

const sections = ['A', 'B', 'V', 'G'] as const;

/** A teacher's route as the tutor of the day reads it: what is shared, nothing to change but the own comments. */
export function RouteRead({ routeId }: { routeId: string }) {
  const query = useQuery(routes.detail(routeId));
  return <Loaded query={query}>{(route) => <Shown route={route} />}</Loaded>;
}

function Shown({ route }: { route: Route }) {
  const { t } = useTranslation('routes');
  const format = useFormat();
  const { status, startsOn, endsOn, image } = route.route;
  const over = status === 'Completed' || status === 'Closed';
  const chosen = route.alternatives.find((one) => one.chosen);
  return (
    <Stack gap="lg">
      <div>
        <Title order={2} size="h3" mb={4}>
          {t('read.title')}
        </Title>
        <StatusTag tone={tones[status]}>{t(`status.${status}`)}</StatusTag>
        <Text size="sm" mt={4}>
          {t('period', { from: format.date(startsOn), until: format.date(endsOn) })}
        </Text>
      </div>
      <Course route={route} />
      <Part step={1} title={t('section.image')}>
        <Text style={{ whiteSpace: 'pre-wrap' }}>{image || t('empty')}</Text>
      </Part>
      <Findings route={route} kind="Strength" title={t('section.strengths')} />
      <Findings route={route} kind="Deficit" title={t('section.deficits')} />
      {chosen && (
        <Part title={t('section.alternatives')}>
          <Text>{chosen.title}</Text>
          {chosen.motive && <Text size="sm">{chosen.motive}</Text>}
        </Part>
      )}
      <Part step={4} title={t('section.roadmap')}>
        {route.activities.length === 0 && <Text c="dimmed">{t('empty')}</Text>}
        {sections.map((section) => {
          const rows = route.activities.filter((one) => one.section === section);
          return (
            rows.length > 0 && (
              <div key={section}>
                <Text fw={600}>{t(`letter.${section}`)}</Text>
                <ul>
                  {rows.map((one) => (
                    <li key={one.id}>
                      <OneActivity route={route} activity={one} />
                    </li>
                  ))}
                </ul>
              </div>
            )
          );
        })}
        {!over && <Suggestions route={route} />}
      </Part>
      <Versions route={route} />
      <Part step={7} title={t('section.reflection')}>
        {route.reflections.length === 0 && <Text c="dimmed">{t('read.nothingShared')}</Text>}
        {route.reflections.map((one) => (
          <div key={one.id}>
            <Text fw={600}>{`${format.date(one.madeOn)} · ${t('closenessOf', { value: one.closeness })}`}</Text>
            <Text size="sm">{one.words}</Text>
          </div>
        ))}
      </Part>
      <Comments route={route} />
    </Stack>
  );
}

function Findings({ route, kind, title }: { route: Route; kind: 'Strength' | 'Deficit'; title: string }) {
  const { t } = useTranslation('routes');
  const areas = useDictionary('competence-area');
  const rows = route.findings.filter((one) => one.kind === kind);
  return (
    <Part title={title}>
      {rows.length === 0 && <Text c="dimmed">{t('empty')}</Text>}
      {rows.map((one) => (
        <div key={one.id}>
          <Text>{one.text}</Text>
          <Text size="xs" c="dimmed">
            {[areas.name(one.areaCode), one.levelBefore !== null && t('levelOf', { level: one.levelBefore }), one.closedOn && t('closed')]
              .filter(Boolean)
              .join(' · ')}
          </Text>
          <GoalState goal={route.goals.find(({ goalId }) => goalId === one.goalId)} />
        </div>
      ))}
    </Part>
  );
}

function Comments({ route }: { route: Route }) {
  const { t } = useTranslation('routes');
  const format = useFormat();
  const [opened, setOpened] = useState(false);
  const about = (id: string | null) => route.activities.find((one) => one.id === id)?.title;
  return (
    <Part title={t('read.comments')} action={<Edit onClick={() => setOpened(true)}>{t('read.comment')}</Edit>}>
      {route.comments.length === 0 && <Text c="dimmed">{t('read.noComments')}</Text>}
      {route.comments.map((one) => (
        <div key={one.id}>
          <Text style={{ whiteSpace: 'pre-wrap' }}>{one.text}</Text>
          <Text size="xs" c="dimmed">
            {[t(one.byTeacher ? 'teacher' : 'read.tutor'), format.instant(one.madeAt), about(one.activityId)].filter(Boolean).join(' · ')}
          </Text>
        </div>
      ))}
      <CommandDialog<{ activityId: string; text: string }>
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('read.comment')}
        submitLabel={t('read.send')}
        defaults={{ activityId: '', text: '' }}
        fields={['activityId', 'text']}
        refresh={routes.all}
        onSend={({ activityId, text }, header) =>
          data(
            api.POST('/api/v1/routes/{routeId}/comments', {
              params: { path: { routeId: route.route.id }, header },
              body: { text: text.trim(), activityId: activityId || null },
            }),
          )
        }
      >
        {({ control }) => (
          <>
            <SelectField
              control={control}
              name="activityId"
              label={t('read.aboutWhat')}
              empty={t('whole')}
              options={route.activities.map(({ id, title }) => ({ value: id, label: title }))}
            />
            <TextAreaField control={control} name="text" required label={t('read.text')} hint={t('read.textHint')} maxLength={2000} />
          </>
        )}
      </CommandDialog>
    </Part>
  );
}
