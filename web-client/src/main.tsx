import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import './app/fonts.css';
import './app/global.css';
import { StrictMode } from 'react';
import { notifications } from '@mantine/notifications';
import { RouterProvider } from '@tanstack/react-router';
import { createRoot } from 'react-dom/client';
import { auth } from './app/auth';
import { Providers } from './app/providers';
import { createAppRouter } from './app/router';
import { problemText } from './shared/api/problem-text';
import { createQueryClient } from './shared/api/query-client';
import { initI18n } from './shared/i18n';

// Who this is can be asked while the words and the screen are still on their way; a failure shows where the answer is used.
if (!['/signin', '/set-password'].includes(location.pathname)) void auth.restore().catch(() => {});

const queryClient = createQueryClient((error) =>
  notifications.show({ color: 'red', message: problemText(error) }),
);
const router = createAppRouter(queryClient);

// Not awaited here: what the words come with may need this file, which would then wait for itself.
void initI18n().then(() =>
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <Providers queryClient={queryClient}>
        <RouterProvider router={router} />
      </Providers>
    </StrictMode>,
  ),
);
