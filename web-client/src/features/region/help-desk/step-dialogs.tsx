import { Radio, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { SelectField, TextAreaField, useField } from '@/shared/ui/fields';
import type { Control } from 'react-hook-form';
import { helpActs } from './acts';
import { helpDesk, type Question } from './api';

export type StepAct = 'Answer' | 'Close' | 'Reopen' | 'Withdraw' | 'Redirect' | 'Message' | 'Note';

type Values = { text: string; mark: string; bodyId: string };
type Props = { act: StepAct | undefined; q: Question; onClose: () => void };

const optional: readonly StepAct[] = ['Close', 'Withdraw'];
const largest = { Answer: 20_000, Close: 2000, Reopen: 4000, Withdraw: 1000, Redirect: 2000, Message: 4000, Note: 4000 } as const;

/** Each step that needs words: an answer, a mark, a reason. */
export function StepDialogs({ act: wanted, q, onClose }: Props) {
  const act = wanted ?? 'Message';
  const { t } = useTranslation('help-desk');
  const navigate = useNavigate();
  const { data: targets = [] } = useQuery({ ...helpDesk.targets(q.id), enabled: act === 'Redirect' });
  const send = async ({ text, mark, bodyId }: Values, header: Record<string, string>) => {
    if (act === 'Answer') return helpActs.answer(q, text);
    if (act === 'Close') return helpActs.close(q, Number(mark), text);
    if (act === 'Reopen') return helpActs.reopen(q, text);
    if (act === 'Withdraw') return helpActs.withdraw(q, text);
    if (act !== 'Redirect') return helpActs.write(q.id, text, act === 'Note', header);
    await helpActs.redirect(q, bodyId, text);
    // It is no longer this body's to read.
    return navigate({ to: '/school/$orgId/help-desk', params: { orgId: q.bodyId } });
  };
  return (
    <CommandDialog<Values>
      opened={wanted !== undefined}
      onClose={onClose}
      size="lg"
      title={t(`dialog.${act}.title`)}
      submitLabel={t(`dialog.${act}.send`)}
      defaults={{ text: '', mark: '', bodyId: '' }}
      refresh={helpDesk.all}
      onSend={send}
    >
      {({ control }) => (
        <>
          <Text size="sm" c="dimmed">
            {t(`dialog.${act}.about`)}
          </Text>
          {act === 'Close' && <Mark control={control} />}
          {act === 'Redirect' && (
            <SelectField
              control={control}
              name="bodyId"
              required
              label={t('dialog.Redirect.to')}
              empty={t('choose')}
              options={targets.map(({ bodyId, nameShort }) => ({ value: bodyId, label: nameShort }))}
            />
          )}
          <TextAreaField
            control={control}
            name="text"
            required={!optional.includes(act)}
            label={t(`dialog.${act}.text`)}
            rows={act === 'Answer' ? 8 : 4}
            maxLength={largest[act]}
          />
        </>
      )}
    </CommandDialog>
  );
}

function Mark({ control }: { control: Control<Values> }) {
  const { t } = useTranslation('help-desk');
  const { field, shared } = useField({ control, name: 'mark', required: true, label: t('dialog.Close.mark') });
  return (
    <Radio.Group label={t('dialog.Close.mark')} error={shared.error} withAsterisk value={field.value} onChange={field.onChange}>
      <Stack gap={4} mt={4}>
        {(['5', '4', '3', '2', '1'] as const).map((mark) => (
          <Radio key={mark} value={mark} label={t(`marks.${mark}`)} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
