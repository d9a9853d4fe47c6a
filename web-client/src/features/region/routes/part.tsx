import type { ReactNode } from 'react';
import { Button, Group, Stack, Title } from '@mantine/core';

/** One step of a route on its page. */
export function Part({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section>
      <Group justify="space-between" mb="xs">
        <Title order={2}>{title}</Title>
        {action}
      </Group>
      <Stack gap="xs">{children}</Stack>
    </section>
  );
}

export const Edit = ({ onClick, label, children }: { onClick: () => void; label?: string | undefined; children: ReactNode }) => (
  <Button size="compact-sm" variant="default" onClick={onClick} aria-label={label}>
    {children}
  </Button>
);
