import type { TFunction } from 'i18next';

/** What the columns of rosters and the members of the public register are called by people. */
const known = [
  ...['sourcedId', 'userSourcedId', 'orgSourcedId', 'status', 'familyName', 'givenName', 'middleName', 'email', 'phone', 'sms'],
  ...['role', 'beginDate', 'endDate', 'birthDate', 'isNew', 'snils', 'position', 'hireDate', 'isMain', 'category'],
  ...['full_name', 'short_name', 'ogrn', 'inn', 'kpp', 'region', 'uuid', 'post_address', 'website', 'edu_org'],
] as const;

/** A column in the words of people; of a school's own list its heading is so already. */
export function faultColumn(field: string, t: TFunction<'imports'>) {
  const last = field.slice(field.lastIndexOf('.') + 1);
  const own = known.find((one) => one === last);
  return own ? t(`faults.column.${own}` as 'faults.column.email') : undefined;
}
