import { Notifications } from '@mantine/notifications';

/** What was said before this was loaded waits in its store. */
export const Toasts = () => <Notifications position="bottom-right" />;
