import { useState } from 'react';
import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { TextAreaField } from '@/shared/ui/fields';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { Loaded } from '@/shared/ui/loaded';
import { riskActs } from './acts';
import { risks, type Signal } from './api';
import { SignalCard } from './signal-card';

/** Signs about the reader's own programs: the pair sees them a week before the curator. */
export function MySignals() {
  const { t } = useTranslation('risks');
  const format = useFormat();
  const signals = useQuery(risks.mySignals());
  const [explained, setExplained] = useState<Signal>();
  return (
    <>
      <Loaded query={signals}>
        {({ items, tooEarly }) => (
          <Stack gap="xs">
            {items.length === 0 && <Text c="dimmed">{t('mine.none')}</Text>}
            {items.map((signal) => (
              <SignalCard key={signal.id} signal={signal}>
                {signal.status !== 'Confirmed' && (
                  <Button variant="default" aria-label={`${t('mine.explain')}: ${signal.programTitle}`} onClick={() => setExplained(signal)}>
                    {t('mine.explain')}
                  </Button>
                )}
              </SignalCard>
            ))}
            {tooEarly.map(({ programId, title, tellsFrom }) => (
              <Text key={programId} size="sm" c="dimmed">
                {t('mine.tooEarly', { title, date: format.date(tellsFrom) })}
              </Text>
            ))}
          </Stack>
        )}
      </Loaded>
      <CommandDialog<{ explanation: string }>
        opened={explained !== undefined}
        title={t('mine.explain')}
        onClose={() => setExplained(undefined)}
        defaults={{ explanation: explained?.explanation ?? '' }}
        fields={['explanation']}
        submitLabel={t('mine.send')}
        onSend={async ({ explanation }) => {
          if (explained) await riskActs.explain(explained.id, { version: explained.version, explanation: explanation.trim() });
        }}
        refresh={risks.all}
      >
        {({ control }) => (
          <TextAreaField control={control} name="explanation" label={t('mine.text')} hint={t('mine.hint')} rows={2} required maxLength={1000} />
        )}
      </CommandDialog>
    </>
  );
}
