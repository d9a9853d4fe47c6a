import type { ReactElement } from 'react';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Providers } from '@/app/providers';
import { createQueryClient } from '@/shared/api/query-client';
import { messages } from '@/shared/i18n';

/** Shows a component as the app would; `catalogues` are the namespaces its route loads. */
export async function renderUi(ui: ReactElement, ...catalogues: string[]) {
  await Promise.all(catalogues.map(messages));
  const user = userEvent.setup();
  const queryClient = createQueryClient();
  const view = render(
    <Providers queryClient={queryClient} env="test">
      {ui}
    </Providers>,
  );
  return { user, queryClient, ...view };
}
