import { useState } from 'react';
import { Alert, FileInput, List, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { problemText } from '@/shared/api/problem-text';
import { useFormat } from '@/shared/i18n/use-format';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { routeActs } from './acts';
import { routes, type RouteFile } from './api';

/** A route from a file of another system: first what would come and what is refused, then the yes. */
export function ImportDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation('routes');
  const [chosen, setChosen] = useState<File | null>(null);
  const check = useMutation({
    meta: { inline: true },
    mutationFn: async (from: File) => {
      const file = read(await from.text());
      return { file, found: await routeActs.checkFile(file) };
    },
  });
  const known = check.data;
  const choose = (from: File | null) => {
    setChosen(from);
    if (from) check.mutate(from);
    else check.reset();
  };

  return (
    <CommandDialog<Record<string, never>>
      opened={opened}
      onClose={() => {
        choose(null);
        onClose();
      }}
      title={t('import.title')}
      submitLabel={t('import.submit')}
      defaults={{}}
      refresh={routes.all}
      onSend={async (_, header) => {
        if (!known?.found.ready) return false;
        return await routeActs.importFile(known.file, header);
      }}
    >
      {() => (
        <>
          <Text size="sm">{t('import.hint')}</Text>
          <FileInput
            label={t('import.file')}
            accept="application/json,.json"
            value={chosen}
            onChange={choose}
            clearable
            error={check.error instanceof SyntaxError ? t('import.unreadable') : check.error && problemText(check.error)}
          />
          {known && <Found found={known.found} />}
        </>
      )}
    </CommandDialog>
  );
}

function Found({ found }: { found: Awaited<ReturnType<typeof routeActs.checkFile>> }) {
  const { t } = useTranslation('routes');
  const format = useFormat();
  return (
    <>
      <Alert color={found.ready ? 'green' : 'yellow'} title={t(found.ready ? 'import.ready' : 'import.refused')}>
        {t('period', { from: format.date(found.startsOn), until: format.date(found.endsOn) })}, {t(`status.${found.status}`)}.{' '}
        {t('import.counts', { ...found })}
        {found.files > 0 && ` ${t('import.files', { count: found.files })}`}
      </Alert>
      {found.refusals.length > 0 && (
        <List size="sm" aria-label={t('import.refused')}>
          {found.refusals.map(({ code, pointer, text }) => (
            <List.Item key={code + pointer}>
              {text} <Text span size="xs" c="dimmed">{pointer}</Text>
            </List.Item>
          ))}
        </List>
      )}
    </>
  );
}

/** Whatever is in the file: the server says what it is not. */
const read = (text: string) => JSON.parse(text) as RouteFile;
