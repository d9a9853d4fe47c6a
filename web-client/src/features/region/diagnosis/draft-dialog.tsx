import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { dictionary } from '@/shared/dictionary/api';
import { useFormat } from '@/shared/i18n/use-format';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { SelectField, TextField } from '@/shared/ui/fields';
import { diagnosisActs } from './acts';
import { diagnosis, type Content } from './api';
import { ownerOf, pageOf, reachOf, type InstrumentPlace } from './instrument-place';

type Values = Record<'form' | 'kind' | 'code' | 'nameRu' | 'nameEn' | 'basis', string>;

/** A mapping to begin with: each area of competence under its own name, on a scale of a hundred. */
async function starter(client: QueryClient): Promise<Content> {
  const entries = await client.fetchQuery(dictionary.list('competence-area'));
  const parents = new Set(entries.map(({ data }) => (data as { parent?: string } | null)?.parent));
  const areas = entries.filter(({ code }) => !parents.has(code)).map(({ code, nameRu: ru, nameEn: en }) => ({ code, ru, en, area: code, from: 0, to: 100 }));
  return { scales: [], items: [], rule: 'Mean', bands: [{ from: 0, ru: '0–100', en: '0–100' }], outside: { areas } };
}

/** The place's own instrument: a mapping of an outside one, or questions that begin as another one's. */
export function DraftDialog({ opened, onClose, place }: { opened: boolean; onClose: () => void; place: InstrumentPlace }) {
  const { t } = useTranslation('diagnosis');
  const { language } = useFormat();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { data: known = [] } = useQuery(diagnosis.instruments({ ...reachOf(place), form: 'Asked' }));
  return (
    <CommandDialog<Values>
      opened={opened}
      onClose={onClose}
      title={t('instruments.add')}
      submitLabel={t('instruments.begin')}
      defaults={{ form: place.organizationId ? 'Outside' : 'Asked', kind: 'Deficits', code: '', nameRu: '', nameEn: '', basis: known[0]?.id ?? '' }}
      refresh={diagnosis.all}
      silent
      onSend={async ({ form, kind, code, nameRu, nameEn, basis }, header) => {
        const content = form === 'Outside' ? await starter(client) : (await client.fetchQuery(diagnosis.instrument(basis || (known[0]?.id ?? '')))).content;
        const body = { code: code.trim(), kind: kind as 'Deficits', nameRu, nameEn, content, ...ownerOf(place) };
        const { id: instrumentId } = await diagnosisActs.draft(body, header);
        await navigate(pageOf(place, instrumentId));
      }}
    >
      {({ control, watch }) => (
        <>
          <SelectField
            control={control}
            name="form"
            label={t('instruments.form')}
            options={(['Outside', 'Asked'] as const).map((value) => ({ value, label: t(`form.${value}`) }))}
          />
          <SelectField
            control={control}
            name="kind"
            label={t('instruments.kind')}
            options={(['Deficits', 'Achievements'] as const).map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
          <TextField control={control} name="nameRu" label={t('instruments.nameRu')} required maxLength={200} />
          <TextField control={control} name="nameEn" label={t('instruments.nameEn')} required maxLength={200} />
          <TextField control={control} name="code" label={t('instruments.code')} hint={t('instruments.codeHint')} required maxLength={60} />
          {watch('form') === 'Asked' && (
            <SelectField
              control={control}
              name="basis"
              label={t('instruments.basis')}
              options={known.map(({ id, nameRu, nameEn, edition }) => ({
                value: id,
                label: t('start.edition', { name: language === 'ru' ? nameRu : nameEn, edition }),
              }))}
            />
          )}
        </>
      )}
    </CommandDialog>
  );
}
