import type { ReactNode } from 'react';
import { Group, Text, Title } from '@mantine/core';
import { useDocumentTitle } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';

type Props = {
  title: string;
  /** One quiet line under the title, e.g. how many records there are. */
  summary?: ReactNode;
  /** What can be done here: buttons at the right. */
  children?: ReactNode;
};

/** The heading of a page; the document's title always says the same. */
export function PageHeader({ title, summary, children }: Props) {
  const { t } = useTranslation();
  useDocumentTitle(`${title} — ${t('app.name')}`);

  return (
    <Group component="header" justify="space-between" align="end" gap="sm" mb="md">
      <div>
        <Title order={1}>{title}</Title>
        {summary && (
          <Text component="div" size="sm" c="dimmed">
            {summary}
          </Text>
        )}
      </div>
      {children && <Group gap="xs">{children}</Group>}
    </Group>
  );
}
