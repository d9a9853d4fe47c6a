import { Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { bodyKinds } from '@/shared/organizations/api';
import { OrganizationField } from '@/shared/organizations/organization-field';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { SelectField, TextAreaField, TextField } from '@/shared/ui/fields';
import { supportActs } from './acts';
import { support, type Body } from './api';

type Values = Record<
  'kind' | 'nameFull' | 'nameShort' | 'parentId' | 'inn' | 'ogrn' | 'address' | 'email' | 'phone' | 'website',
  string
>;

const valuesOf = (body: Body | undefined): Values => ({
  kind: body?.kind ?? 'Cnppm',
  nameFull: body?.nameFull ?? '',
  nameShort: body?.nameShort ?? '',
  parentId: body?.parentId ?? '',
  inn: body?.inn ?? '',
  ogrn: body?.ogrn ?? '',
  address: body?.address ?? '',
  email: body?.email ?? '',
  phone: body?.phone ?? '',
  website: body?.website ?? '',
});

const given = (text: string) => text.trim() || null;

type Props = { territory: string; body: Body | undefined; opened: boolean; onClose: () => void };

/** A body of the external contour: a centre that is a unit has no numbers of its own. */
export function BodyDialog({ territory, body, opened, onClose }: Props) {
  const { t } = useTranslation('support');
  const kinds = useDictionary('organization-kind');
  const known = body?.parentId ? { value: body.parentId, label: body.parentName ?? '' } : undefined;
  return (
    <CommandDialog<Values>
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t(body ? 'bodies.revise' : 'bodies.add')}
      submitLabel={t('save')}
      defaults={valuesOf(body)}
      refresh={support.all}
      onSend={({ kind, nameFull, nameShort, parentId, ...rest }, header) => {
        const card = {
          nameFull: nameFull.trim(),
          nameShort: nameShort.trim(),
          parentId: parentId || null,
          inn: given(rest.inn),
          ogrn: given(rest.ogrn),
          address: given(rest.address),
          email: given(rest.email),
          phone: given(rest.phone),
          website: given(rest.website),
        };
        return body ? supportActs.reviseBody(body, card) : supportActs.addBody(territory, kind, card, header);
      }}
    >
      {({ control }) => (
        <>
          {!body && (
            <SelectField
              control={control}
              name="kind"
              label={t('bodies.kind')}
              options={bodyKinds.map((value) => ({ value, label: kinds.name(value) }))}
            />
          )}
          <TextAreaField control={control} name="nameFull" required label={t('bodies.nameFull')} rows={2} maxLength={500} />
          <TextField control={control} name="nameShort" required label={t('bodies.nameShort')} maxLength={200} />
          <OrganizationField control={control} name="parentId" label={t('bodies.parent')} hint={t('bodies.parentHint')} known={known} />
          <Group grow align="start" gap="sm" preventGrowOverflow={false}>
            <TextField control={control} name="inn" label={t('bodies.inn')} maxLength={10} />
            <TextField control={control} name="ogrn" label={t('bodies.ogrn')} maxLength={13} />
          </Group>
          <TextField control={control} name="address" label={t('bodies.address')} maxLength={500} />
          <Group grow align="start" gap="sm" preventGrowOverflow={false}>
            <TextField control={control} name="email" label={t('bodies.email')} maxLength={254} />
            <TextField control={control} name="phone" label={t('bodies.phone')} maxLength={100} />
          </Group>
          <TextField control={control} name="website" label={t('bodies.website')} maxLength={500} />
        </>
      )}
    </CommandDialog>
  );
}
