import { SegmentedControl } from '@mantine/core';
import { useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { changeLanguage } from '@/shared/i18n';
import { languages, type Language } from '@/shared/i18n/catalogues';

export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const router = useRouter();

  const change = async (language: string) => {
    await changeLanguage(language as Language);
    // Server texts follow the language too.
    await router.invalidate();
  };

  return (
    <SegmentedControl
      size="xs"
      aria-label={t('app.language')}
      value={i18n.language}
      onChange={(language) => void change(language)}
      data={languages.map((language) => ({ value: language, label: language.toUpperCase() }))}
    />
  );
}
