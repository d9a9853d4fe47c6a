import { ActionIcon, Indicator, VisuallyHidden } from '@mantine/core';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { notifications } from './api';

const MOST = 99;
/** Two digits stay in a circle. */
const ROUND = { indicator: { paddingInline: 3, fontSize: 10, lineHeight: 1 } };

/** The way to the inbox, and how much there is unread. */
export function Bell() {
  const { t } = useTranslation();
  const { data: unread = 0 } = useQuery(notifications.unread());

  return (
    <ActionIcon variant="subtle" color="gray" size="lg" renderRoot={(props) => <Link to="/notifications" {...props} />}>
      <VisuallyHidden>
        {unread > 0 ? t('app.notificationsUnread', { count: unread }) : t('app.notifications')}
      </VisuallyHidden>
      <Indicator
        aria-hidden
        disabled={unread === 0}
        label={unread > MOST ? `${MOST}+` : unread}
        size={18}
        offset={4}
        styles={ROUND}
        color="red.9"
      >
        <IconBell size={20} />
      </Indicator>
    </ActionIcon>
  );
}
