import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import type { Column } from '@/shared/ui/data-table/column';
import { StatusTag } from '@/shared/ui/status-tag';
import { tones } from './status';
import type { ProgramItem } from './types';

/** A list is scanned, not read: the family name and the initials tell people apart. */
const short = (name: string) => {
  const [family = '', ...given] = name.split(' ');
  return [family, ...given.map((part) => `${part.charAt(0)}.`)].join('\u00A0');
};
const names = (people: { name: string }[]) => people.map(({ name }) => short(name)).join(', ');

export function useProgramColumns(): Column<ProgramItem>[] {
  const { t } = useTranslation('programs');
  const format = useFormat();
  const purposes = useDictionary('program-purpose');
  const forms = useDictionary('mentoring-form');
  const kinds = useDictionary('mentoring-kind');

  return [
    {
      id: 'title',
      header: t('field.title'),
      rowHeader: true,
      width: 3.35,
      value: ({ title }) => title,
      cell: ({ id, title }) => (
        <Link to="/programs/$programId" params={{ programId: id }} title={title}>
          {title}
        </Link>
      ),
    },
    {
      id: 'status',
      header: t('field.status'),
      width: 1.6,
      value: ({ status }) => t(`status.${status}`),
      cell: ({ status }) => <StatusTag tone={tones[status]}>{t(`status.${status}`)}</StatusTag>,
    },
    {
      id: 'mentors',
      header: t('field.mentor'),
      width: 1.5,
      unsortable: true,
      value: ({ mentors }) => names(mentors),
    },
    {
      id: 'mentees',
      header: t('field.mentee'),
      width: 1.5,
      unsortable: true,
      value: ({ mentees }) => names(mentees),
    },
    {
      id: 'startsOn',
      header: t('field.period'),
      width: 1.95,
      value: ({ startsOn, endsOn }) => `${format.date(startsOn)} – ${format.date(endsOn)}`,
    },
    {
      id: 'roadmap',
      header: t('field.roadmap'),
      unsortable: true,
      align: 'end',
      width: 0.75,
      value: ({ activitiesDone, activitiesTotal }) =>
        t('list.doneOf', { done: activitiesDone, total: activitiesTotal }),
    },
    {
      id: 'lastMeetingAt',
      header: t('field.lastMeeting'),
      unsortable: true,
      value: ({ lastMeetingAt }) => lastMeetingAt && format.date(lastMeetingAt),
    },
    {
      id: 'purpose',
      header: t('field.purpose'),
      unsortable: true,
      optional: true,
      width: 1.5,
      value: ({ purposeCode }) => purposes.name(purposeCode),
    },
    {
      id: 'form',
      header: t('field.form'),
      unsortable: true,
      optional: true,
      width: 1.3,
      value: ({ formCode }) => forms.name(formCode),
    },
    {
      id: 'kind',
      header: t('field.kind'),
      unsortable: true,
      optional: true,
      width: 1.3,
      value: ({ kindCode }) => kinds.name(kindCode),
    },
    {
      id: 'updatedAt',
      header: t('field.updatedAt'),
      optional: true,
      width: 1.2,
      value: ({ updatedAt }) => format.instant(updatedAt),
    },
  ];
}
