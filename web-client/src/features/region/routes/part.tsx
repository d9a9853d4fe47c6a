import type { ReactNode } from 'react';
import { Button, Group, Stack, Title } from '@mantine/core';
import { stepId, type StepNumber } from './next-step';
import cls from './steps.module.css';

/** One step of a route on its page. */
export function Part({ title, step, action, children }: { title: string; step?: StepNumber; action?: ReactNode; children: ReactNode }) {
  return (
    <section className={cls.part} id={step && stepId(step)}>
      <Group justify="space-between" mb="xs">
        <Title order={2} tabIndex={-1}>
          {title}
        </Title>
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
