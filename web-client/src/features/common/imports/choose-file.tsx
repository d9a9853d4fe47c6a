import { Alert, Button, Group, Progress, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import { ApiError } from '@/shared/api/problem';
import { useFileRoom } from '@/shared/storage/use-file-room';
import { Failure } from '@/shared/ui/failure';
import type { Target } from './api';
import { FileDrop } from './file-drop';
import { extensions, LARGEST_MB } from './file-rules';
import { useUpload } from './use-upload';

type Props = { target: Target; onSent: (id: string) => void };

/** The first step: a file is chosen and sent. */
export function ChooseFile({ target, onSent }: Props) {
  const { t } = useTranslation('imports');
  const format = useFormat();
  const room = useFileRoom('organizationId' in target ? { organizationId: target.organizationId } : undefined);
  const { state, send, cancel } = useUpload(target, room.fault, onSent);

  if (state.step === 'sending') {
    const { file, share } = state;
    return (
      <Stack gap="xs" role="status">
        <Text className="numbers">
          {share < 1
            ? t('upload.sending', { file: file.name, share: format.share(share, 0) })
            : t('upload.received', { file: file.name })}
        </Text>
        <Progress.Root>
          <Progress.Section value={100 * share} animated={share === 1} aria-label={t('upload.label')} />
        </Progress.Root>
        <Group>
          <Button variant="default" onClick={cancel}>
            {t('upload.stop')}
          </Button>
        </Group>
      </Stack>
    );
  }

  const { fault, refusal, error, file } = state;
  return (
    <Stack gap="sm">
      {fault && file && (
        <Alert color="red" variant="outline" role="alert">
          {t(`choose.fault.${fault}`, {
            file: file.name,
            extension: extensions[target.kind].join(', '),
            most: LARGEST_MB,
          })}
        </Alert>
      )}
      {refusal && (
        <Alert color="red" variant="outline" role="alert">
          {refusal}
        </Alert>
      )}
      {error !== undefined && <UploadFailure error={error} onRetry={() => file && send(file)} />}
      <FileDrop kind={target.kind} hint={room.hint} onFile={send} />
    </Stack>
  );
}

/** What the server refused is mended in the file; what broke on the way is sent again. */
function UploadFailure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation('imports');
  if (!(error instanceof ApiError)) return <Failure error={error} onRetry={onRetry} />;
  if (error.code !== 'import.duplicate') {
    return <Failure error={error} {...(error.status >= 500 ? { onRetry } : {})} />;
  }

  const first = (error.problem as { importId?: string }).importId;
  return (
    <Alert color="yellow" variant="outline" role="alert">
      <Text fw={600}>{t('duplicate.title')}</Text>
      <Text>{t('duplicate.text')}</Text>
      {first && (
        <Link to="/imports/$importId" params={{ importId: first }}>
          {t('duplicate.open')}
        </Link>
      )}
    </Alert>
  );
}
