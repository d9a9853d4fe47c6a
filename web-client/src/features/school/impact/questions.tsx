import { Fieldset, Group, Progress, Radio, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import type { Instrument } from './api';

export type Answers = Record<string, number>;

export const openItems = ({ scales }: Instrument, answers: Answers) => scales.flatMap(({ items }) => items).filter(({ code }) => !answers[code]).length;

type Props = { instrument: Instrument; answers: Answers; onAnswer: (code: string, value: number) => void; disabled?: boolean };

/** What is asked, by scales, each item with five words. */
export function Questions({ instrument, answers, onAnswer, disabled = false }: Props) {
  const { t } = useTranslation('impact');
  const { language } = useFormat();
  const word = ({ ru, en }: { ru: string; en: string }) => (language === 'ru' ? ru : en);
  const all = instrument.scales.flatMap(({ items }) => items).length;
  const open = openItems(instrument, answers);
  return (
    <Stack gap="md" maw={760}>
      <div>
        <Text size="sm" c="dimmed">
          {t('answered', { done: all - open, of: all })}
        </Text>
        <Progress value={(100 * (all - open)) / all} aria-label={t('progress')} mt={4} />
      </div>
      {instrument.scales.map((scale) => (
        <Fieldset key={scale.code} legend={word(scale)} disabled={disabled}>
          <Stack gap="lg">
            {scale.items.map((item) => (
              <Radio.Group
                key={item.code}
                label={word(item)}
                name={item.code}
                value={String(answers[item.code] ?? '')}
                onChange={(value) => onAnswer(item.code, Number(value))}
              >
                <Group gap="sm" mt="xs">
                  {instrument.levels.map((level) => (
                    <Radio key={level.value} value={String(level.value)} label={word(level)} />
                  ))}
                </Group>
              </Radio.Group>
            ))}
          </Stack>
        </Fieldset>
      ))}
    </Stack>
  );
}
