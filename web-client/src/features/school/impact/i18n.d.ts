import type ru from './ru.json';

declare module '@/shared/i18n/catalogues' {
  interface Catalogues {
    impact: typeof ru;
  }
}
