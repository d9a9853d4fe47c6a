import { Alert, Button, Code, CopyButton, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import type { Invited as Answer } from './api';

type Props = { answer: Answer; name: string; linkOnly?: boolean; onClose: () => void };

/** Where the link went; of a sheet, the code that whoever invites tells the person. The link itself is never here. */
export function Invited({ answer: { delivery, sentTo, code, expiresAt }, name, linkOnly = false, onClose }: Props) {
  const { t } = useTranslation('settings');
  const { t: common } = useTranslation();
  const format = useFormat();
  const until = format.instant(expiresAt);
  const text =
    delivery === 'Mail'
      ? t(linkOnly ? 'invited.renewedMail' : 'invited.mailed', { name, until, address: sentTo ?? '' })
      : t(linkOnly ? 'invited.renewedSheet' : 'invited.sheet', { name, until });

  return (
    <Stack gap="sm">
      <Alert variant="light" role="status">
        {text}
      </Alert>
      {code && (
        <div>
          <Text size="sm">{t('invited.code')}</Text>
          <Code fz="xl" data-code>
            {spaced(code)}
          </Code>
        </div>
      )}
      <Group justify="end" gap="xs">
        {code && (
          <CopyButton value={spaced(code)}>
            {({ copied, copy }) => <Button onClick={copy}>{t(copied ? 'invited.copied' : 'invited.copy')}</Button>}
          </CopyButton>
        )}
        <Button variant="default" onClick={onClose}>
          {common('form.close')}
        </Button>
      </Group>
    </Stack>
  );
}

const spaced = (code: string) => code.match(/.{1,4}/g)?.join('-') ?? code;
