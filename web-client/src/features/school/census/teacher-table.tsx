import { NativeSelect, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { problemText } from '@/shared/api/problem-text';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { StatusTag } from '@/shared/ui/status-tag';
import { census, censusActs, type Category, type Census, type Decision, type Teacher } from './api';
import cards from '@/shared/ui/cards.module.css';
import cls from './census.module.css';

const categories = ['NewToProfession', 'NewInStaff', 'NonPedagogicalDegree', 'NewTechnology'] as const satisfies readonly Category[];
const tones = { NeedsMentor: 'wait', NoNeed: 'off', CanMentor: 'ok' } as const;

/** One choice says both: whether a mentor is needed, and why. */
type Choice = Exclude<Decision, 'NeedsMentor'> | Category;
const choiceOf = ({ decision, category }: Teacher): Choice | '' => (decision === 'NeedsMentor' ? (category ?? '') : (decision ?? ''));
const isCategory = (choice: Choice): choice is Category => (categories as readonly string[]).includes(choice);

type Props = { censusId: string; organizationId: string; teachers: readonly Teacher[]; editable: boolean };

export function TeacherTable({ censusId, organizationId, teachers, editable }: Props) {
  const { t } = useTranslation('census');
  const { t: common } = useTranslation();
  const client = useQueryClient();
  const { queryKey } = census.of(organizationId);

  const decide = async (teacher: Teacher, choice: Choice) => {
    const decision: Decision = isCategory(choice) ? 'NeedsMentor' : choice;
    const category = isCategory(choice) ? choice : null;
    const before = client.getQueryData<Census>(queryKey);
    // The choice shows at once; what the server refuses goes back.
    client.setQueryData<Census>(queryKey, (data) =>
      data && { ...data, teachers: data.teachers.map((one) => (one.personId === teacher.personId ? { ...one, decision, category } : one)) },
    );
    try {
      await censusActs.decide(censusId, teacher.personId, decision, category, teacher.note ?? '');
    } catch (error) {
      client.setQueryData(queryKey, before);
      notifications.show({ color: 'red', message: problemText(error), closeButtonProps: { 'aria-label': common('form.close') } });
    }
  };

  return (
    <table role="table" className={`${cls.table} ${cards.cards}`} aria-label={t('teachers')}>
      <thead role="rowgroup">
        <tr role="row">
          <th role="columnheader" scope="col">{t('field.name')}</th>
          <th role="columnheader" scope="col">{t('field.known')}</th>
          <th role="columnheader" scope="col">{t('field.decision')}</th>
        </tr>
      </thead>
      <tbody role="rowgroup">
        {teachers.map((teacher) => (
          <tr key={teacher.personId} role="row">
            <th role="rowheader" scope="row">
              <Link to="/people/$personId" params={{ personId: teacher.personId }}>
                {teacher.name}
              </Link>
              <Position teacher={teacher} />
            </th>
            <td role="cell">
              <Known teacher={teacher} />
            </td>
            <td role="cell" className={cls.choice}>
              {editable ? (
                <NativeSelect
                  aria-label={t('decideFor', { name: teacher.name })}
                  value={choiceOf(teacher)}
                  onChange={({ currentTarget: { value } }) => value && void decide(teacher, value as Choice)}
                  data={[
                    { value: '', label: t('choice.none'), disabled: true },
                    { group: t('choice.needs'), items: categories.map((value) => ({ value, label: t(`category.${value}`) })) },
                    { group: t('choice.other'), items: (['NoNeed', 'CanMentor'] as const).map((value) => ({ value, label: t(`decision.${value}`) })) },
                  ]}
                />
              ) : teacher.decision ? (
                <StatusTag tone={tones[teacher.decision]}>
                  {teacher.category ? t(`category.${teacher.category}`) : t(`decision.${teacher.decision}`)}
                </StatusTag>
              ) : (
                '—'
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Position({ teacher }: { teacher: Teacher }) {
  const { t } = useTranslation('census');
  const format = useFormat();
  const positions = useDictionary('position');
  return (
    <Text size="sm" c="dimmed">
      {t('position', { position: positions.name(teacher.positionCode), date: format.date(teacher.startedOn) })}
    </Text>
  );
}

/** What speaks for a decision. */
function Known({ teacher }: { teacher: Teacher }) {
  const { t } = useTranslation('census');
  const { suggested, lastYear, wantsToLearn, wantsToMentor } = teacher;
  if (!suggested && !lastYear && !wantsToLearn && !wantsToMentor) return <Text size="sm" c="dimmed">{t('known.nothing')}</Text>;
  return (
    <div className={cls.known}>
      {suggested && <StatusTag tone="wait">{t('known.suggested', { why: t(`category.${suggested}`) })}</StatusTag>}
      {lastYear && <Text size="sm">{t('known.lastYear', { why: t(`category.${lastYear}`) })}</Text>}
      {wantsToLearn && <Text size="sm">{t('known.wantsToLearn')}</Text>}
      {wantsToMentor && <Text size="sm">{t('known.wantsToMentor')}</Text>}
    </div>
  );
}
