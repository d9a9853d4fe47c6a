import { useState } from 'react';
import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { dialogLater } from '@/shared/ui/later';
import { routeActs } from './acts';
import { routes, type Route, type Version } from './api';
import { Edit, Part } from './part';

const ReflectionDialog = dialogLater(async () => (await import('./reflection-dialog')).ReflectionDialog);

/** The sixth step: each version of the plan with its reason, and what it changed. */
export function Versions({ route }: { route: Route }) {
  const { t } = useTranslation('routes');
  const format = useFormat();
  const [shown, setShown] = useState<number>();
  return (
    <Part step={6} title={t('section.correction')}>
      {route.versions.length === 0 && <Text c="dimmed">{t('noVersions')}</Text>}
      {route.versions.map((one) => (
        <div key={one.number}>
          <Group gap="xs">
            <Text fw={600}>{t('versionOf', { number: one.number })}</Text>
            <Text size="sm">{`${format.date(one.madeAt)} · ${t(`corrections.${one.reason}`)}`}</Text>
            <Edit onClick={() => setShown(shown === one.number ? undefined : one.number)}>{t('changes')}</Edit>
          </Group>
          {one.words && <Text size="sm">{one.words}</Text>}
          {shown === one.number && <Changes route={route} number={one.number} />}
        </div>
      ))}
    </Part>
  );
}

function Changes({ route, number }: { route: Route; number: number }) {
  const { t } = useTranslation('routes');
  const { data } = useQuery(routes.version(route.route.id, number));
  const told = useTold(route);
  if (!data) return null;
  if (data.changes.length === 0) return <Text size="sm">{t('noChanges')}</Text>;
  return (
    <ul>
      {data.changes.map((change) => (
        <li key={(change.after ?? change.before)?.id}>{told(change)}</li>
      ))}
    </ul>
  );
}

type Change = Version['changes'][number];
type Line = NonNullable<Change['before']>;

/** What a version of the plan changed in one activity, field by field, before and after. */
function useTold(route: Route) {
  const { t } = useTranslation('routes');
  const format = useFormat();
  const areas = useDictionary('competence-area');
  const findingOf = (id: string) => route.findings.find((one) => one.id === id)?.text ?? t('noFinding');
  const programOf = (id: string | null) => route.goals.find(({ programId }) => programId === id)?.programTitle ?? (id ? '…' : '—');
  const shown: Record<string, (line: Line) => string> = {
    section: ({ section }) => t(`letter.${section}`),
    title: ({ title }) => title,
    areaCodes: ({ areaCodes }) => areaCodes.map(areas.name).join(', '),
    findingIds: ({ findingIds }) => findingIds.map(findingOf).join(', '),
    startsOn: ({ startsOn }) => format.date(startsOn),
    endsOn: ({ endsOn }) => format.date(endsOn),
    resources: ({ resources }) => resources ?? '',
    product: ({ product }) => product,
    programId: ({ programId }) => programOf(programId),
  };
  return ({ before, after, fields }: Change) => {
    if (!before) return t('addedLine', { title: after?.title });
    if (!after) return t('removedLine', { title: before.title });
    const changed = fields.flatMap((field) => {
      const show = shown[field];
      return show ? [t('changedField', { field: t(`changedTo.${field as 'title'}`), before: show(before) || '—', after: show(after) || '—' })] : [];
    });
    return t('changedFields', { title: before.title, fields: changed.join('; ') });
  };
}

type Props = { route: Route; attempt: (send: () => Promise<unknown>, word?: string) => void };

/** The seventh step: what was said year by year, as a whole and by difficulty. */
export function Reflections({ route, attempt }: Props) {
  const { t } = useTranslation('routes');
  const format = useFormat();
  const [writes, setWrites] = useState(false);
  const underWay = route.route.status === 'InProgress' || route.route.status === 'Reflection';
  const textOf = (id: string | null) => route.findings.find((one) => one.id === id)?.text ?? t('whole');
  return (
    <Part step={7} title={t('section.reflection')} action={underWay && <Edit onClick={() => setWrites(true)}>{t('reflect')}</Edit>}>
      {route.reflections.length === 0 && <Text c="dimmed">{t('noReflections')}</Text>}
      {route.reflections.map((one) => (
        <div key={one.id} className={one.shared ? undefined : 'no-print'}>
          <Group gap="xs">
            <Text fw={600}>{`${format.date(one.madeOn)} · ${t('closenessOf', { value: one.closeness })}`}</Text>
            <Text size="sm">{textOf(one.findingId)}</Text>
            {route.own && (
              <Edit onClick={() => attempt(() => routeActs.share(route, one.id, !one.shared))}>{t(one.shared ? 'unshare' : 'share')}</Edit>
            )}
          </Group>
          <Text size="sm">{one.words}</Text>
          <Text size="xs" c="dimmed">
            {[one.meaning && `${t('meaning')}: ${one.meaning}`, one.motivation && `${t('motivation')}: ${one.motivation}`, t(one.shared ? 'shared' : 'private')]
              .filter(Boolean)
              .join(' · ')}
          </Text>
        </div>
      ))}
      <ReflectionDialog route={route} opened={writes} onClose={() => setWrites(false)} />
    </Part>
  );
}
