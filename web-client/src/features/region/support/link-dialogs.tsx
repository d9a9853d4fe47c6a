import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { lastDay, today } from '@/shared/i18n/dates';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { DateField, TextAreaField, TextField } from '@/shared/ui/fields';
import { endAfter } from '@/shared/ui/fields-end';
import { supportActs } from './acts';
import { support, type Supported } from './api';

type Props = { organizationId: string; link: Supported | undefined; onClose: () => void };

type Revision = { agreement: string; startsOn: string; endsOn: string };

/** Other days or another document. */
export function ReviseDialog({ organizationId, link, onClose }: Props) {
  const { t } = useTranslation('support');
  return (
    <CommandDialog<Revision>
      opened={link !== undefined}
      onClose={onClose}
      title={t('step.Revise')}
      submitLabel={t('save')}
      defaults={{ agreement: link?.agreement ?? '', startsOn: link?.startsOn ?? '', endsOn: link?.endsOn ? lastDay(link.endsOn) : '' }}
      fields={['agreement', 'startsOn', 'endsOn']}
      refresh={support.all}
      onSend={async ({ agreement, startsOn, endsOn }) => {
        if (link) await supportActs.revise(organizationId, link, { agreement: agreement.trim(), startsOn, endsOn: endAfter(endsOn) });
      }}
    >
      {({ control }) => (
        <>
          <Text size="sm">{link?.nameShort}</Text>
          <TextField control={control} name="agreement" required label={t('agreement')} hint={t('open.agreementHint')} maxLength={500} />
          <Group grow align="start" gap="sm" preventGrowOverflow={false}>
            <DateField control={control} name="startsOn" required label={t('open.startsOn')} />
            <DateField control={control} name="endsOn" label={t('open.endsOn')} hint={t('open.endsOnHint')} />
          </Group>
        </>
      )}
    </CommandDialog>
  );
}

/** The last day, and why. */
export function EndDialog({ organizationId, link, onClose }: Props) {
  const { t } = useTranslation('support');
  return (
    <CommandDialog<{ on: string; reason: string }>
      opened={link !== undefined}
      onClose={onClose}
      title={t('step.End')}
      submitLabel={t('step.End')}
      defaults={{ on: today(), reason: '' }}
      fields={['on', 'reason']}
      refresh={support.all}
      onSend={async ({ on, reason }) => {
        if (link) await supportActs.end(organizationId, link, endAfter(on) ?? '', reason.trim());
      }}
    >
      {({ control }) => (
        <>
          <Text size="sm">{link && t('endAbout', { name: link.nameShort })}</Text>
          <DateField control={control} name="on" required label={t('open.endsOn')} />
          <TextAreaField control={control} name="reason" required label={t('reason')} maxLength={1000} />
        </>
      )}
    </CommandDialog>
  );
}
