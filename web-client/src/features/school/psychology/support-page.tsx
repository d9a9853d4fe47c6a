import type { ReactNode } from 'react';
import { Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '@/shared/ui/page-header';
import { MyPulses } from './my-pulses';
import { MyTrainings } from './my-trainings';

/** What everybody has of the psychologist's work, and signs about one's own programs. */
export function SupportPage({ signals }: { signals: ReactNode }) {
  const { t } = useTranslation('psychology');
  return (
    <>
      <PageHeader title={t('support.title')} summary={t('support.summary')} />
      <Stack gap="xl" maw={760}>
        <section aria-label={t('support.pulses')}>
          <Title order={2} size="h3" mb="xs">
            {t('support.pulses')}
          </Title>
          <MyPulses />
        </section>
        <section aria-label={t('support.trainings')}>
          <Title order={2} size="h3" mb="xs">
            {t('support.trainings')}
          </Title>
          <MyTrainings />
        </section>
        {signals && (
          <section aria-label={t('support.signals')}>
            <Title order={2} size="h3" mb="xs">
              {t('support.signals')}
            </Title>
            {signals}
          </section>
        )}
      </Stack>
    </>
  );
}
