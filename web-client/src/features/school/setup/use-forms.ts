import { useQuery } from '@tanstack/react-query';
import type { Me } from '@/shared/me/api';
import { may } from '@/shared/me/permissions';
import { setup } from './api';

/** The forms of mentoring that the school uses, for whoever may read its settings; nothing where it uses all of them. */
export function useForms(me: Me, organizationId: string) {
  const { data } = useQuery({ ...setup.of(organizationId), enabled: may(me, 'SetupRead'), retry: false });
  const codes = data?.settings.forms;
  return codes?.length ? { codes, mayChange: may(me, 'SetupWrite') } : undefined;
}
