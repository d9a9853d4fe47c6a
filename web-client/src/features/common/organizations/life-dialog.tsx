import { useQuery } from '@tanstack/react-query';
import { Checkbox, Text } from '@mantine/core';
import { useController, type Control } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { useFormat } from '@/shared/i18n/use-format';
import { territoriesIn } from '@/shared/territories/api';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { SelectField, TextField } from '@/shared/ui/fields';
import { tellLife, type Life } from './acts';
import { organizations, type OrganizationRecord } from './api';
import { EndConsequences } from './end-consequences';
import { PastDayField } from './past-day-field';
import { SuccessorsField } from './successors-field';

const events = ['Closed', 'Merged', 'Split', 'Moved', 'KindChanged'] as const;
/** Bodies that stand in no register of educational organizations. */
const NEVER = ['FederalOperator', 'Association', 'Union'];

type Props = { organization: OrganizationRecord; opened: boolean; onClose: () => void };

/** What became of an organization from a day on: closed, merged, split, moved, of another kind. */
export function LifeDialog({ organization, opened, onClose }: Props) {
  const { t } = useTranslation('organizations');
  const { language } = useFormat();
  const kinds = useDictionary('organization-kind');
  const { data: below = [] } = useQuery({ ...territoriesIn(organization.regionCode), enabled: opened });

  return (
    <CommandDialog<Life>
      opened={opened}
      title={t('life.title')}
      onClose={onClose}
      defaults={{ what: 'Closed', on: '', successorIds: [], staysOpen: false, territoryCode: '', kind: '', address: '', basis: '', staff: '', heirId: '' }}
      fields={['what', 'on', 'successorIds', 'heirId', 'staff', 'territoryCode', 'kind', 'address', 'basis']}
      submitLabel={t('life.save')}
      onSend={(life, header) => tellLife(organization, life, header)}
      refresh={organizations.all()}
    >
      {({ control, watch }) => {
        const what = watch('what');
        const ends = what === 'Closed' || what === 'Merged' || what === 'Split';
        return (
          <>
            <SelectField
              control={control}
              name="what"
              label={t('life.what')}
              options={events.map((value) => ({ value, label: t(`life.${value}`) }))}
            />
            <PastDayField control={control} name="on" label={t('life.on')} required />
            {ends && (
              <SuccessorsField
                control={control}
                label={t(what === 'Split' ? 'life.parts' : 'life.successor')}
                required={what !== 'Closed'}
                most={what === 'Split' ? 20 : 1}
                except={organization.id}
              />
            )}
            {what === 'Split' && <StaysOpen control={control} />}
            {ends && !(what === 'Split' && watch('staysOpen')) && <EndConsequences control={control} organizationId={organization.id} />}
            {what === 'Moved' && (
              <>
                <SelectField
                  control={control}
                  name="territoryCode"
                  label={t('field.municipality')}
                  required
                  empty={t('place.none')}
                  options={below.map(({ code, nameRu, nameEn }) => ({ value: code, label: language === 'ru' ? nameRu : nameEn }))}
                />
                <TextField control={control} name="address" label={t('life.address')} maxLength={500} />
                <Text size="sm" c="dimmed">
                  {t('life.otherRegion')}
                </Text>
              </>
            )}
            {what === 'KindChanged' && (
              <SelectField
                control={control}
                name="kind"
                label={t('field.kind')}
                required
                empty={t('place.none')}
                options={kinds.options.filter(({ value }) => !NEVER.includes(value) && value !== organization.kind)}
              />
            )}
            <TextField control={control} name="basis" label={t('life.basis')} maxLength={500} />
            <Text size="sm" c="dimmed">
              {t(ends ? 'life.endsHint' : 'life.keepsHint')}
            </Text>
          </>
        );
      }}
    </CommandDialog>
  );
}

function StaysOpen({ control }: { control: Control<Life> }) {
  const { t } = useTranslation('organizations');
  const { field } = useController({ control, name: 'staysOpen' });
  return (
    <Checkbox
      label={t('life.staysOpen')}
      checked={field.value}
      onChange={({ currentTarget: { checked } }) => field.onChange(checked)}
    />
  );
}
