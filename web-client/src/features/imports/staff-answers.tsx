import { Button, Group, NativeSelect, Radio, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import type { Said, StaffList } from './api';
import cls from './staff-list.module.css';

/** So many words and questions are asked at once. */
const PAGE = 500;

type Props = { read: StaffList; said: Said; onSay: (more: Said) => void };

/** What the list leaves open: the school's words for posts, and people whom it does not tell apart. */
export function StaffAnswers({ read, said, onSay }: Props) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const positions = useDictionary('position');
  const answered = new Map((said.positions ?? []).map(({ written, code }) => [written, code]));
  const options = [{ value: '', label: t('columns.notStaff') }, ...positions.options];
  const answers = said.answers ?? read.answers;
  const rest = said.rest ?? read.rest;

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
              const answer = answers.find((one) => one.key === key)?.isSame ?? rest ?? undefined;
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
      <MoreQuestions read={read} said={said} onSay={onSay} />
    </>
  );
}

/** Where more is open than is shown at once: what follows, and one answer to all that is left. */
function MoreQuestions({ read, said, onSay }: Props) {
  const { t } = useTranslation('imports');
  const from = said.from ?? 0;
  const total = Math.max(read.questionsTotal, read.positionsTotal);
  if (total <= PAGE) return null;
  const rest = said.rest ?? read.rest;

  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Text>{t('columns.shown', { from: from + 1, to: Math.min(from + PAGE, total), total })}</Text>
        <Button size="xs" variant="default" disabled={from === 0} onClick={() => onSay({ from: Math.max(0, from - PAGE) })}>
          {t('columns.previous')}
        </Button>
        <Button size="xs" variant="default" disabled={from + PAGE >= total} onClick={() => onSay({ from: from + PAGE })}>
          {t('columns.next')}
        </Button>
      </Group>
      {read.positionsTotal > PAGE && <Text>{t('columns.restGuessed')}</Text>}
      {read.questionsTotal > PAGE && (
        <NativeSelect
          label={t('columns.rest')}
          maw={420}
          value={rest === null ? '' : String(rest)}
          data={[
            ...(rest === null ? [{ value: '', label: t('columns.restOpen') }] : []),
            { value: 'true', label: t('question.same') },
            { value: 'false', label: t('question.other') },
          ]}
          onChange={({ currentTarget: { value } }) => onSay({ rest: value === 'true' })}
        />
      )}
    </Stack>
  );
}
