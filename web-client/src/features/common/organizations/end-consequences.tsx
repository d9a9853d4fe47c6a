import { Alert, List, Text } from '@mantine/core';
import { useQueries, useQuery } from '@tanstack/react-query';
import { useWatch, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { today } from '@/shared/i18n/dates';
import { Failure } from '@/shared/ui/failure';
import { SelectField } from '@/shared/ui/fields';
import { type Life } from './acts';
import { organizations } from './api';

const counted = ['people', 'programs', 'preparing', 'requests', 'roles', 'imports', 'contracts', 'delegations'] as const;

/** What ends with an organization on the chosen day and what goes over to its successor, in numbers, and the question what becomes of its people. */
export function EndConsequences({ control, organizationId }: { control: Control<Life>; organizationId: string }) {
  const { t } = useTranslation('organizations');
  const [on, successorIds, staff, heirId] = useWatch({ control, name: ['on', 'successorIds', 'staff', 'heirId'] });
  const isDivided = successorIds.length > 1;
  const successor = isDivided ? successorIds.find((id) => id === heirId) : successorIds[0];
  const { data: ahead, error } = useQuery({ ...organizations.ahead(organizationId, on, successor), enabled: on !== '' && on <= today() });

  if (error) return <Failure error={error} />;
  if (!ahead) return <Text c="dimmed">{t('end.chooseDay')}</Text>;
  const present = counted.filter((what) => ahead[what] > 0);
  const heir = isDivided && <HeirField control={control} parts={successorIds} />;
  if (!present.length) return <Text c="dimmed">{t('end.nothing')}</Text>;

  const isAsked = ahead.people + ahead.programs > 0;
  const fates = successor ? (['HandOver', 'Release'] as const) : (['Release'] as const);
  const isHandedOver = successor !== undefined && staff === 'HandOver';
  const goOver: readonly string[] = [
    ...(isHandedOver ? ['people', ...(ahead.carriesPrograms ? ['programs', 'preparing'] : [])] : []),
    ...(ahead.carriesPrograms && staff !== 'Release' ? ['contracts'] : []),
  ];
  const lists = [
    ['handed', present.filter((what) => goOver.includes(what))],
    ['title', present.filter((what) => !goOver.includes(what))],
  ] as const;
  const carried = ahead.carriesPrograms ? 'end.HandOverHint' : 'end.elsewhereHint';
  return (
    <>
      {lists.map(
        ([heading, whats]) =>
          whats.length > 0 && (
            <div key={heading}>
              <Text fw={600}>{t(`end.${heading}`)}</Text>
              <List size="sm">
                {whats.map((what) => (
                  <List.Item key={what}>{t(`end.${what}`, { count: ahead[what] })}</List.Item>
                ))}
              </List>
            </div>
          ),
      )}
      {heir}
      {ahead.late > 0 && <Alert color="yellow">{t('end.late', { count: ahead.late })}</Alert>}
      {isAsked && (
        <SelectField
          control={control}
          name="staff"
          label={t('end.staff')}
          {...(successor ? {} : { hint: t(isDivided ? 'end.choosePart' : 'end.chooseSuccessor') })}
          required
          empty={t('place.none')}
          options={fates.map((value) => ({ value, label: t(`end.${value}`) }))}
        />
      )}
      {isAsked && staff !== '' && (
        <Text size="sm" c="dimmed">
          {t(staff === 'HandOver' ? carried : 'end.ReleaseHint')}
        </Text>
      )}
    </>
  );
}

/** Nobody but the school sees who works there: one part takes everybody, save those whom another part has hired. */
function HeirField({ control, parts }: { control: Control<Life>; parts: readonly string[] }) {
  const { t } = useTranslation('organizations');
  const records = useQueries({ queries: parts.map((id) => organizations.detail(id)) });
  return (
    <SelectField
      control={control}
      name="heirId"
      label={t('end.heir')}
      hint={t('end.heirHint')}
      empty={t('place.none')}
      options={records.flatMap(({ data }) => (data ? [{ value: data.id, label: data.nameShort }] : []))}
    />
  );
}
