import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { lastDay } from '@/shared/i18n/dates';
import { parseNumber } from '@/shared/i18n/numbers';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { DateField, NumberField } from '@/shared/ui/fields';
import { endAfter } from '@/shared/ui/fields-end';
import { resourceActs } from './acts';
import { resources, type Resource, type ResourceRun } from './api';

type Values = Record<'startsOn' | 'endsOn' | 'applyUntil' | 'places', string>;

type Props = { resource: Resource; run: ResourceRun | undefined; opened: boolean; onClose: () => void };

/** Days, places and until when they can be taken. */
export function RunDialog({ resource, run, opened, onClose }: Props) {
  const { t } = useTranslation('resources');
  return (
    <CommandDialog<Values>
      opened={opened}
      onClose={onClose}
      title={t(run ? 'reviseRun' : 'openRun')}
      submitLabel={t('save')}
      defaults={{
        startsOn: run?.startsOn ?? '',
        endsOn: run ? lastDay(run.endsOn) : '',
        applyUntil: run?.applyUntil ?? '',
        places: run ? String(run.places) : '',
      }}
      refresh={resources.all}
      onSend={({ startsOn, endsOn, applyUntil, places }, header) => {
        const days = { startsOn, endsOn: endAfter(endsOn) ?? '', applyUntil, places: parseNumber(places) ?? 0 };
        return run ? resourceActs.reviseRun(resource, run, days) : resourceActs.openRun(resource, days, header);
      }}
    >
      {({ control }) => (
        <>
          <Group grow align="start" gap="sm" preventGrowOverflow={false}>
            <DateField control={control} name="startsOn" required label={t('firstDay')} />
            <DateField control={control} name="endsOn" required label={t('lastDay')} />
          </Group>
          <DateField control={control} name="applyUntil" required label={t('applyUntil')} hint={t('applyUntilHint')} />
          <NumberField control={control} name="places" required label={t('placesInAll')} />
        </>
      )}
    </CommandDialog>
  );
}
