import { lazy, Suspense, useMemo, type ReactNode } from 'react';
import { MantineProvider, mergeThemeOverrides } from '@mantine/core';
import { DatesProvider } from '@mantine/dates';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { calendarLocale } from '@/shared/i18n/dates';
import { cssVariablesResolver, theme } from './theme';

// Nothing is said before the page is there.
const Toasts = lazy(async () => ({ default: (await import('./header-tools')).Toasts }));

type Props = { queryClient: QueryClient; env?: 'default' | 'test'; children: ReactNode };

export function Providers({ queryClient, env = 'default', children }: Props) {
  const { t, i18n } = useTranslation();
  const dates = { locale: calendarLocale(i18n.language), firstDayOfWeek: 1 } as const;

  const close = t('form.close');
  const themeInWords = useMemo(() => {
    const defaultProps = { closeButtonProps: { 'aria-label': close } };
    return mergeThemeOverrides(theme, { components: { Modal: { defaultProps }, Drawer: { defaultProps }, Notification: { defaultProps } } });
  }, [close]);

  return (
    <MantineProvider
      theme={themeInWords}
      cssVariablesResolver={cssVariablesResolver}
      defaultColorScheme="auto"
      env={env}
    >
      <DatesProvider settings={dates}>
        <Suspense>
          <Toasts />
        </Suspense>
        <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>
      </DatesProvider>
    </MantineProvider>
  );
}
