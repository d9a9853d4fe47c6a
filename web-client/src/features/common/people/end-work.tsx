import { useQuery } from '@tanstack/react-query';
import { today } from '@/shared/i18n/dates';
import { people, worksOn } from './api';
import { EndEmployment } from './end-employment';

type Props = { organizationId: string; personId: string | undefined; name: string; onClose: () => void };

/** The end of the work of somebody of the staff list, at the school whose list it is. */
export function EndWork({ organizationId, personId, name, onClose }: Props) {
  const { data: person } = useQuery({ ...people.detail(personId ?? ''), enabled: personId !== undefined });
  const [first, ...others] = (person?.employments ?? []).filter((one) => one.organizationId === organizationId && worksOn(one, today()));
  if (!personId || !first) return null;
  return <EndEmployment personId={personId} name={name} employments={[first, ...others]} onClose={onClose} />;
}
