import type { ReactNode } from 'react';
import { Stack, Text } from '@mantine/core';
import { PageHeader } from '@/shared/ui/page-header';

type Props = { title: string; text: string; children?: ReactNode };

/** A page that says why there is nothing else on it and what to do next. */
export const PageState = ({ title, text, children }: Props) => (
  <Stack component="section" gap="sm" maw={560} py="lg" align="start">
    <PageHeader title={title} />
    <Text>{text}</Text>
    {children}
  </Stack>
);
