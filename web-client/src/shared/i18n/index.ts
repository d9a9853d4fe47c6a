import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import { catalogueBackend, languages, type Language } from './catalogues';
import { setCalendarLanguage } from './dates';

const KEY = 'mentoring.language';

const isLanguage = (value: string | null): value is Language =>
  (languages as readonly (string | null)[]).includes(value);

export function rememberedLanguage(): Language {
  const value = localStorage.getItem(KEY);
  return isLanguage(value) ? value : 'ru';
}

export async function initI18n(language: Language = rememberedLanguage()) {
  i18n.on('languageChanged', (next) => {
    document.documentElement.lang = next;
    setCalendarLanguage(next);
  });
  await i18n
    .use(catalogueBackend)
    .use(initReactI18next)
    .init({
      lng: language,
      supportedLngs: languages,
      fallbackLng: false,
      ns: ['common'],
      defaultNS: 'common',
      interpolation: { escapeValue: false },
    });
}

export async function changeLanguage(language: Language) {
  localStorage.setItem(KEY, language);
  await i18n.changeLanguage(language);
}

/** For route loaders: the catalogue travels together with the screen's data, not after it. */
export const messages = (namespace: string) => i18n.loadNamespaces(namespace);
