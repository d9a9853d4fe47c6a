import { ActionIcon, VisuallyHidden } from '@mantine/core';
import { IconHelp } from '@tabler/icons-react';
import { Link, useRouterState } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { helpTopic } from './help-topic';

/** The way to what is said of the screen that is open. */
export function HelpLink() {
  const { t } = useTranslation();
  const route = useRouterState({ select: ({ matches }) => matches.at(-1)?.routeId as string | undefined });
  const topic = helpTopic(route);

  return (
    <ActionIcon variant="subtle" color="gray" size="lg" renderRoot={(props) => <Link to="/help" search={topic ? { topic } : {}} {...props} />}>
      <VisuallyHidden>{t('app.help')}</VisuallyHidden>
      <IconHelp size={20} aria-hidden />
    </ActionIcon>
  );
}
