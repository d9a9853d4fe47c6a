import { useMemo, type ReactNode } from 'react';
import { MantineProvider, mergeThemeOverrides } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { calendarLocale } from '@/shared/i18n/dates';
import { cssVariablesResolver, theme } from './theme';

type Props = { queryClient: QueryClient; env?: 'default' | 'test'; children: ReactNode };

export function Providers({ queryClient, env = 'default', children }: Props) {
  const { t, i18n } = useTranslation();
  const dates = { locale: calendarLocale(i18n.language), firstDayOfWeek: 1 } as const;

  const close = t('form.close');
  const themeInWords = useMemo(() => {
    const defaultProps = { closeButtonProps: { 'aria-label': close } };
    return mergeThemeOverrides(theme, { components: { Modal: { defaultProps }, Drawer: { defaultProps } } });
  }, [close]);

  return (
    <MantineProvider
      theme={themeInWords}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      env={env}
    >
      <DatesProvider settings={dates}>
        <Notifications position="bottom-right" />
        <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  );
}
