import { useEffect, useRef, type ReactNode } from 'react';
import { Alert, Stack, Text } from '@mantine/core';

/** What came of a form that has gone: takes the focus that the form had. */
export function Success({ text, children }: { text: string; children?: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);

  return (
    <Alert ref={box} tabIndex={-1} role="status" variant="light" maw={520}>
      <Stack gap="sm" align="start">
        <Text size="sm">{text}</Text>
        {children}
      </Stack>
    </Alert>
  );
}
