import type { components } from '@/shared/api/schema';
import type ru from './ru.json';

type Schemas = components['schemas'];

declare module '@/shared/i18n/catalogues' {
  interface Catalogues {
    notifications: typeof ru;
    /** Made of the server's `notices.ru.json` and `notices.en.json`. */
    notices: { kind: Record<Schemas['NotificationKind'], string>; topic: Record<Schemas['NotificationTopic'], string> };
  }
}
