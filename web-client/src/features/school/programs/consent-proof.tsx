import { useTranslation } from 'react-i18next';
import { useFormat } from '@/shared/i18n/use-format';
import type { Consent } from './types';

/** How it was checked who signed, in a line for the page and for the paper. Consents from before say that it was not recorded. */
export function useProof() {
  const { t } = useTranslation('programs');
  const format = useFormat();

  return ({ identifiedBy, identifiedAt, delivery, invitedByName, handedOverByName, document }: Consent) => {
    if (!identifiedBy) return t('consent.proof.by', { how: t('consent.proof.none') });
    const opened =
      identifiedBy !== 'OtherProvider' &&
      t(`consent.proof.opened.${delivery ?? 'unknown'}`, {
        by: invitedByName ?? '',
        handed: handedOverByName ?? '',
        document: document ? t(`consent.proof.document.${document}`) : '',
      });
    const how = [t(`consent.proof.${identifiedBy}`), identifiedAt && format.instant(identifiedAt), opened].filter(Boolean).join(', ');
    return t('consent.proof.by', { how });
  };
}
