import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { Failure } from '@/shared/ui/failure';
import { plans, type PlanChange } from './plan-api';
import cls from './plan-versions.module.css';

/** What a version changed, before and after. */
export function PlanChanges({ programId, number }: { programId: string; number: number }) {
  const { t } = useTranslation('programs');
  const version = useQuery(plans.version(programId, number));
  const { what, value } = useWords(version.data?.people ?? []);
  if (version.error) return <Failure error={version.error} onRetry={() => void version.refetch()} />;
  if (!version.data) return <Skeleton h={64} mt="sm" />;
  const { changes } = version.data;
  if (changes.length === 0) return <Text mt="sm">{t('versions.noChanges')}</Text>;

  return (
    <table className={cls.changes}>
      <caption className="visually-hidden">{t('versions.changesOf', { number })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('versions.what')}</th>
          <th scope="col">{t('versions.before')}</th>
          <th scope="col">{t('versions.after')}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change, index) => (
          <tr key={index}>
            <th scope="row">{what(change)}</th>
            <td>{change.before ? <del>{value(change, change.before)}</del> : '—'}</td>
            <td>{change.after ? <ins>{value(change, change.after)}</ins> : t('versions.removed')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const fieldNames = {
  areaCode: 'goals.area',
  difficulty: 'goals.difficulty',
  goal: 'goals.goal',
  measure: 'goals.measure',
  measureBefore: 'goals.before',
  measureTarget: 'goals.target',
  activity: 'roadmap.activity',
  dueOn: 'roadmap.due',
  responsible: 'roadmap.responsible',
  expectedResult: 'roadmap.result',
} as const;

const partNames = {
  Title: 'field.title',
  FormCode: 'field.form',
  KindCode: 'field.kind',
  PurposeCode: 'field.purpose',
  StartsOn: 'field.startsOn',
  EndsOn: 'field.endsOn',
  Content: 'field.content',
  PayKopecks: 'field.pay',
} as const;

const isField = (name: string | null): name is keyof typeof fieldNames => name !== null && name in fieldNames;

function useWords(people: readonly { personId: string; name: string }[]) {
  const { t } = useTranslation('programs');
  const format = useFormat();
  const areas = useDictionary('competence-area');
  const forms = useDictionary('mentoring-form');
  const kinds = useDictionary('mentoring-kind');
  const purposes = useDictionary('program-purpose');

  const what = ({ part, position, field }: PlanChange) => {
    if (part === 'Participant') return t(`role.${field === 'Mentor' ? 'Mentor' : 'Mentee'}`);
    if (part !== 'Goal' && part !== 'Activity') return t(partNames[part]);
    const row = t(part === 'Goal' ? 'goals.numbered' : 'roadmap.activityOf', { number: position ?? 0 });
    return isField(field) ? `${row}: ${t(fieldNames[field]).toLocaleLowerCase()}` : row;
  };

  const value = ({ part, field }: PlanChange, text: string) => {
    if (part === 'Participant') return people.find(({ personId }) => personId === text)?.name ?? text;
    if (part === 'StartsOn' || part === 'EndsOn' || field === 'dueOn') return format.date(text);
    if (part === 'PayKopecks') return format.money(Number(text));
    if (part === 'FormCode') return forms.name(text);
    if (part === 'KindCode') return kinds.name(text);
    if (part === 'PurposeCode') return purposes.name(text);
    if (field === 'areaCode') return areas.name(text);
    if (field === 'responsible') return t(`responsible.${text as 'Mentor' | 'Mentee' | 'Both'}`);
    if (field === 'measureBefore' || field === 'measureTarget') return format.number(Number(text));
    return text;
  };

  return { what, value };
}
