import i18n from 'i18next';
import { ApiError } from './problem';

/**
 * What a person reads about a failure: our own text for its code (`problem.<code>` in any
 * catalogue that is loaded), else the server's words, else a general sentence.
 */
export function problemText(error: unknown): string {
  if (!(error instanceof ApiError)) return i18n.t(isOffline(error) ? 'problem.network' : 'problem.page');

  const { code, detail, title, status } = error.problem;
  return ownText(code) ?? (status >= 500 ? i18n.t('problem.server') : (detail ?? title));
}

/** Browsers say it each in its own words, as a `TypeError` like any other. */
const isOffline = (error: unknown) =>
  (error instanceof TypeError && /fetch|network|load|import/i.test(error.message)) ||
  (error instanceof DOMException && ['AbortError', 'TimeoutError', 'NetworkError'].includes(error.name));

function ownText(code: string | undefined): string | undefined {
  if (!code) return undefined;
  const loaded = Object.keys(i18n.getDataByLanguage(i18n.language) ?? {});
  // The code comes from the server, so the typed keys of the catalogues cannot know it.
  const { exists, t } = i18n as unknown as Untyped;
  const key = `problem.${code}`;
  return exists(key, { ns: loaded }) ? t(key, { ns: loaded }) : undefined;
}

type Untyped = {
  exists: (key: string, options: { ns: string[] }) => boolean;
  t: (key: string, options: { ns: string[] }) => string;
};
