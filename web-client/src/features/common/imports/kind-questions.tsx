import { useState } from 'react';
import { Button, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { Failure } from '@/shared/ui/failure';
import { answerKinds } from './acts';
import { imports, type Import } from './api';

/** Bodies that stand in no register of educational organizations. */
const NEVER = ['FederalOperator', 'Association', 'Union'];

/** Names of the register that do not tell a kind: asked once, kept for every file that follows. */
export function KindQuestions({ current }: { current: Import }) {
  const { t } = useTranslation('imports');
  const client = useQueryClient();
  const { header } = useIdempotencyKey();
  const { data: questions = [] } = useQuery(imports.kinds(current.id, current.version));
  const kinds = useDictionary('organization-kind');
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();

  const open = questions.filter(({ kind }) => !kind);
  if (!open.length) return null;
  const options = kinds.options.filter(({ value }) => !NEVER.includes(value));

  const save = async () => {
    setSending(true);
    setError(undefined);
    try {
      await answerKinds(current, open.map(({ key, guess }) => ({ key, kind: chosen[key] ?? guess })), header);
      await client.invalidateQueries({ queryKey: imports.all() });
    } catch (failure) {
      setError(failure);
    } finally {
      setSending(false);
    }
  };

  return (
    <section>
      <Title order={2} mt="lg" mb="xs">
        {t('kinds.title')}
      </Title>
      <Text mb="sm" maw={720}>
        {t('kinds.text')}
      </Text>
      <Stack gap="sm" maw={720} mb="lg">
        {open.map(({ key, name, guess }) => (
          <NativeSelect
            key={key}
            label={name}
            description={t('kinds.key', { key })}
            value={chosen[key] ?? guess}
            onChange={({ currentTarget: { value } }) => setChosen((before) => ({ ...before, [key]: value }))}
            data={options}
          />
        ))}
        {error !== undefined && <Failure error={error} />}
        <div>
          <Button loading={sending} onClick={() => void save()}>
            {t('kinds.save')}
          </Button>
        </div>
      </Stack>
    </section>
  );
}
