import { useEffect, useRef, useState } from 'react';
import { Button, Group, Progress, Radio, Stack, Text, Textarea, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { problemText } from '@/shared/api/problem-text';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { diagnosisActs } from './acts';
import { diagnosis, type Diagnosis, type Item } from './api';
import { AddEvidence } from './evidence';
import { steps } from './shown';

const PAUSE = 800;

/** One area a step; what is answered is kept after a short pause. */
export function Fill({ form }: { form: Diagnosis }) {
  const { t } = useTranslation('diagnosis');
  const areas = useDictionary('competence-area');
  const client = useQueryClient();
  const [answers, setAnswers] = useState<Record<string, string>>(form.answers);
  const [at, setAt] = useState(0);
  const [state, setState] = useState<'kept' | 'waits' | 'failed'>('kept');
  const [fault, setFault] = useState<string>();
  const version = useRef(form.version);
  const turn = useRef<Promise<boolean>>(Promise.resolve(true));
  const all = steps(form, answers);
  const step = all[at];
  const open = all.reduce((sum, one) => sum + one.open, 0);

  /** One after the other, since each needs the version that the one before it made. */
  const keep = (what: Record<string, string>) => {
    turn.current = turn.current.then(async () => {
      try {
        version.current = (await diagnosisActs.save(form.id, version.current, what)).version;
        setState('kept');
        setFault(undefined);
        return true;
      } catch (error) {
        setState('failed');
        setFault(problemText(error));
        return false;
      }
    });
    return turn.current;
  };

  useEffect(() => {
    if (state !== 'waits') return;
    const timer = setTimeout(() => void keep(answers), PAUSE);
    return () => clearTimeout(timer);
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [answers, state]);

  const answer = (code: string, value: string) => {
    setAnswers((given) => ({ ...given, [code]: value }));
    setState('waits');
  };

  const finish = async () => {
    if (open > 0) {
      setFault(t('fill.open', { count: open }));
      setAt(all.findIndex((one) => one.open > 0));
      return;
    }
    if (!(await keep(answers))) return;
    try {
      await diagnosisActs.finish(form.id, version.current);
      await client.invalidateQueries({ queryKey: diagnosis.all });
    } catch (error) {
      setFault(problemText(error));
    }
  };

  if (!step) return null;
  const last = at === all.length - 1;
  return (
    <Stack gap="md" maw={720}>
      <div>
        <Text size="sm" c="dimmed">
          {t('fill.step', { at: at + 1, of: all.length })}
        </Text>
        <Progress value={(100 * all.filter((one) => one.open === 0).length) / all.length} aria-label={t('fill.progress')} mt={4} />
      </div>
      <Title order={2} size="h3">
        {areas.name(step.area)}
      </Title>
      {step.items.map((item) => (
        <Question key={item.code} item={item} form={form} value={answers[item.code] ?? ''} onChange={(value) => answer(item.code, value)} />
      ))}
      <AddEvidence of={form} area={step.area} />
      {fault && (
        <Text c="red" size="sm" role="alert">
          {fault}
        </Text>
      )}
      <Text size="sm" c="dimmed" role="status">
        {t(`fill.state.${state}`)}
      </Text>
      <Group justify="space-between" gap="xs">
        <Button variant="default" disabled={at === 0} onClick={() => setAt(at - 1)}>
          {t('fill.back')}
        </Button>
        {last ? <Button onClick={() => void finish()}>{t('fill.finish')}</Button> : <Button onClick={() => setAt(at + 1)}>{t('fill.next')}</Button>}
      </Group>
    </Stack>
  );
}

type QuestionProps = { item: Item; form: Diagnosis; value: string; onChange: (value: string) => void };

function Question({ item, form, value, onChange }: QuestionProps) {
  const { language } = useFormat();
  const word = ({ ru, en }: { ru: string; en: string }) => (language === 'ru' ? ru : en);
  const choices = item.type === 'Scale' ? form.content.scales.find(({ code }) => code === item.scale)?.levels : item.options;
  if (item.type === 'Text')
    return (
      <Textarea
        label={word(item)}
        required={item.required ?? false}
        autosize
        minRows={3}
        maxLength={4000}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  return (
    <Radio.Group label={word(item)} required={item.required ?? false} value={value} onChange={onChange} name={item.code}>
      <Stack gap="xs" mt="xs">
        {choices?.map((one) => <Radio key={one.code} value={one.code} label={word(one)} />)}
      </Stack>
    </Radio.Group>
  );
}
