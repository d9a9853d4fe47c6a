import { useState } from 'react';
import { Alert, Button, Group, NativeSelect, NumberInput, Radio, Stack, Text } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useIdempotencyKey } from '@/shared/api/idempotency';
import { Failure } from '@/shared/ui/failure';
import { useStaleDialog } from '@/shared/ui/stale-dialog';
import { matchStaffList } from './acts';
import { imports, type Import, type Said, type StaffField, type StaffList } from './api';
import { GiveUp } from './give-up';
import { StaffAnswers } from './staff-answers';
import { StaffMatching } from './staff-matching';
import { StaffRows } from './staff-rows';

type Props = { current: Import; onMatched: () => void };

/** What the columns of a school's own list tell: proposed, shown as it would be read, corrected, and kept for the next list. */
export function StaffColumns({ current: { id, version }, onMatched }: Props) {
  const { t } = useTranslation('imports');
  const client = useQueryClient();
  const { header } = useIdempotencyKey();
  const [said, setSaid] = useState<Said>({});
  const [isWhole, setWhole] = useState<boolean>();
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>();
  const { data: read, error: unread, isPlaceholderData, refetch } = useQuery(imports.reading(id, version, said));
  const refresh = () => client.invalidateQueries({ queryKey: imports.all() });
  const { guard, dialog } = useStaleDialog(refresh);

  if (unread) return <Failure error={unread} onRetry={() => void refetch()} />;
  if (!read) return null;
  // What it was at the first reading stays until somebody chooses: another column read does not move it.
  if (isWhole === undefined) setWhole(read.isWhole);
  const whole = isWhole ?? read.isWhole;
  const say = (more: Said) => setSaid((before) => ({ ...before, ...more }));

  const send = async () => {
    setSending(true);
    setError(undefined);
    try {
      const body = {
        version: read.version,
        reading: readingOf(read, said, whole),
        positions: positionsOf(read, said),
        ...(read.positionsTotal > read.positions.length ? { restAsGuessed: true } : {}),
      };
      await guard(() => matchStaffList(id, body, header));
      await refresh();
      onMatched();
    } catch (failure) {
      setError(failure);
    } finally {
      setSending(false);
    }
  };

  return (
    <Stack gap="md" mb="lg" aria-busy={isPlaceholderData}>
      <Text maw={720}>{t('columns.text')}</Text>
      <Group align="end">
        {read.sheets.length > 1 && (
          <NativeSelect
            label={t('columns.sheet')}
            value={read.sheet}
            data={read.sheets.map(({ name, rows }) => ({ value: name, label: t('columns.sheetOf', { name, rows }) }))}
            onChange={({ currentTarget }) => setSaid({ sheet: currentTarget.value })}
          />
        )}
        <NumberInput
          w={220}
          label={t('columns.headingLine')}
          description={t('columns.headingHint')}
          min={0}
          clampBehavior="none"
          value={read.headingLine}
          onChange={(line) => typeof line === 'number' && setSaid({ sheet: read.sheet, headingLine: line })}
        />
      </Group>
      {read.headingLine === 0 && (
        <Alert color="yellow" variant="outline">
          {t('columns.noHeadings')}
        </Alert>
      )}

      <StaffMatching columns={read.columns} onChoose={(at, field) => say({ columns: changed(read, at, field) })} />
      {read.missing.length > 0 && (
        <Alert color="red" variant="outline" role="alert">
          {t('columns.missing', { fields: read.missing.flatMap((field) => (field ? [t(`staffField.${field}`)] : [])).join(', ') })}
        </Alert>
      )}
      <StaffRows read={read} />
      <StaffAnswers read={read} said={said} onSay={say} />

      <Radio.Group label={t('columns.whole')} value={String(whole)} onChange={(value) => setWhole(value === 'true')}>
        <Stack gap="xs" mt={4}>
          <Radio value="false" label={t('columns.partial')} description={t('columns.partialHint')} />
          <Radio value="true" label={t('columns.full')} description={t('columns.fullHint')} />
        </Stack>
      </Radio.Group>

      {error !== undefined && <Failure error={error} />}
      <Group gap="xs">
        <Button loading={sending} disabled={read.missing.length > 0 || isPlaceholderData} onClick={() => void send()}>
          {t('columns.check')}
        </Button>
        <GiveUp id={id} />
      </Group>
      {dialog}
    </Stack>
  );
}

const matched = (read: StaffList) => read.columns.flatMap(({ at, field }) => (field ? [{ at, field }] : []));

/** A field is told by one column: choosing it for another frees the first. */
function changed(read: StaffList, at: number, field: StaffField | null) {
  const others = matched(read).filter((column) => column.at !== at && column.field !== field);
  return field ? [...others, { at, field }] : others;
}

const readingOf = (read: StaffList, said: Said, isWhole: boolean) => ({
  sheet: read.sheet,
  headingLine: read.headingLine,
  columns: matched(read),
  isWhole,
  answers: said.answers ?? read.answers,
  ...((said.rest ?? read.rest) === null ? {} : { rest: said.rest ?? read.rest }),
});

/** What is guessed counts as said once the list is sent to be checked. */
const positionsOf = (read: StaffList, said: Said) => {
  const answered = new Map((said.positions ?? []).map(({ written, code }) => [written, code]));
  const shown = read.positions
    .filter(({ written, isAnswered }) => answered.has(written) || !isAnswered)
    .map(({ written, guess }) => ({ written, code: answered.has(written) ? (answered.get(written) ?? null) : guess }));
  const elsewhere = (said.positions ?? []).filter(({ written }) => shown.every((one) => one.written !== written));
  return [...shown, ...elsewhere];
};
