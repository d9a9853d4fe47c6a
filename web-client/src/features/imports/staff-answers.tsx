import { NativeSelect, Radio, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import type { Said, StaffList } from './api';
import cls from './staff-list.module.css';

type Props = { read: StaffList; said: Said; onSay: (more: Said) => void };

/** What the list leaves open: the school's words for posts, and people whom it does not tell apart. */
export function StaffAnswers({ read, said, onSay }: Props) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const positions = useDictionary('position');
  const answered = new Map((said.positions ?? []).map(({ written, code }) => [written, code]));
  const options = [{ value: '', label: t('columns.notStaff') }, ...positions.options];
  const answers = said.answers ?? read.questions.flatMap(({ key, isSame }) => (isSame === null ? [] : [{ key, isSame }]));

  return (
    <>
      {read.positions.length > 0 && (
        <section aria-label={t('columns.positions')}>
          <Title order={2}>{t('columns.positions')}</Title>
          <Text mb="xs" maw={720}>
            {t('columns.positionsText')}
          </Text>
          <Stack gap="xs">
            {read.positions.map(({ written, rows, guess, isAnswered, code }) => (
              <div key={written} className={cls.asked}>
                <Text>{t('columns.positionOf', { written, count: rows })}</Text>
                <NativeSelect
                  aria-label={t('columns.positionIs', { written })}
                  value={(answered.has(written) ? answered.get(written) : isAnswered ? code : guess) ?? ''}
                  data={options}
                  onChange={({ currentTarget: { value } }) =>
                    onSay({ positions: [...(said.positions ?? []).filter((one) => one.written !== written), { written, code: value || null }] })
                  }
                />
              </div>
            ))}
          </Stack>
        </section>
      )}
      {read.questions.length > 0 && (
        <section aria-label={t('columns.questions')}>
          <Title order={2}>{t('columns.questions')}</Title>
          <Stack gap="md">
            {read.questions.map(({ key, kind, name, lines, otherName, otherBirthDate }) => {
              const answer = answers.find((one) => one.key === key)?.isSame;
              return (
                <Radio.Group
                  key={key}
                  label={t(`question.${kind}`, {
                    name,
                    lines: lines.join(', '),
                    other: [otherName, otherBirthDate && format.date(otherBirthDate)].filter(Boolean).join(', '),
                  })}
                  value={answer === undefined ? '' : String(answer)}
                  onChange={(value) => onSay({ answers: [...answers.filter((one) => one.key !== key), { key, isSame: value === 'true' }] })}
                >
                  <Stack gap={4} mt={4}>
                    <Radio value="true" label={t('question.same')} />
                    <Radio value="false" label={t('question.other')} />
                  </Stack>
                </Radio.Group>
              );
            })}
          </Stack>
        </section>
      )}
    </>
  );
}
