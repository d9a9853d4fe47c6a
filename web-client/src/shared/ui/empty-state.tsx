import type { ReactNode } from 'react';
import { Stack, Text } from '@mantine/core';

type Props = {
  title: string;
  /** The next step in words. */
  text?: ReactNode;
  /** The button or link that takes it. */
  children?: ReactNode;
};

export const EmptyState = ({ title, text, children }: Props) => (
  <Stack gap="xs" align="center" ta="center" px="md" py="xl">
    <Text fw={600}>{title}</Text>
    {text && (
      <Text c="dimmed" maw={480}>
        {text}
      </Text>
    )}
    {children}
  </Stack>
);
