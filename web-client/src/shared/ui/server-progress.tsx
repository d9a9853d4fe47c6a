import { useState } from 'react';
import { Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useServerEvents } from '@/shared/sse/use-server-events';

export type Advance = { done: number; total: number };

type Props = {
  /** Stream whose `progress` events carry `{ done, total }`; its `completed` event ends the job. */
  path: string;
  label: string;
  onCompleted?: () => void;
};

/** How far a job on the server has come. */
export function ServerProgress({ path, label, onCompleted }: Props) {
  const [advance, setAdvance] = useState<Advance>();

  useServerEvents(path, ({ event, data }) => {
    if (event === 'progress') setAdvance(JSON.parse(data) as Advance);
    if (event === 'completed') onCompleted?.();
  });

  return <ProgressBar label={label} {...(advance ? { advance } : {})} />;
}

export function ProgressBar({ label, advance }: { label: string; advance?: Advance }) {
  const { t } = useTranslation();
  const percent = advance?.total ? (100 * advance.done) / advance.total : 0;

  return (
    <div>
      <Text size="sm" mb={4} className="numbers">
        {label}
        {advance && ` · ${t('progress.of', advance)}`}
      </Text>
      <Progress.Root>
        <Progress.Section value={percent} aria-label={label} />
      </Progress.Root>
    </div>
  );
}
