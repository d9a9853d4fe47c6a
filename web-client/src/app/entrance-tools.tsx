import { lazy, Suspense } from 'react';

const Tools = lazy(async () => {
  const { LanguageSwitch, ThemeSwitch } = await import('./header-tools');
  return {
    default: () => (
      <>
        <LanguageSwitch />
        <ThemeSwitch />
      </>
    ),
  };
});

/** Language and theme before sign-in; the form does not wait for them. */
export const EntranceTools = () => (
  <Suspense>
    <Tools />
  </Suspense>
);
