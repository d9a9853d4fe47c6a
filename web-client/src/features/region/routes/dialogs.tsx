import { FileInput, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DictionaryListField } from '@/shared/dictionary/dictionary-list-field';
import { useDictionary } from '@/shared/dictionary/use-dictionary';
import { today } from '@/shared/i18n/dates';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { useFormat } from '@/shared/i18n/use-format';
import { parseNumber } from '@/shared/i18n/numbers';
import { ListField } from '@/shared/ui/list-field';
import { DateField, NumberField, SelectField, TextAreaField, TextField } from '@/shared/ui/fields';
import { routeActs } from './acts';
import { routes, type Activity, type Finding, type PlanLine, type Route } from './api';
import { lineOf } from './line';
import { useWhole } from './whole';

type Of = { route: Route; opened: boolean; onClose: () => void };
const sections = ['A', 'B', 'V', 'G'] as const;
const reasons = ['Education', 'Teacher', 'Participants'] as const;

type Self = { startsOn: string; endsOn: string; image: string };

/** The horizon and the desired self: begins a route where there is none. */
export function SelfDialog({ route, opened, onClose }: Omit<Of, 'route'> & { route?: Route | undefined }) {
  const { t } = useTranslation('routes');
  const year = Number(today().slice(0, 4));
  const known = route?.route;
  return (
    <CommandDialog<Self>
      opened={opened}
      onClose={onClose}
      title={t(route ? 'section.image' : 'begin')}
      submitLabel={t(route ? 'save' : 'begin')}
      defaults={{
        startsOn: known?.startsOn ?? today(),
        endsOn: known?.endsOn ?? `${year + 5}-08-31`,
        image: known?.image ?? '',
      }}
      fields={['startsOn', 'endsOn', 'image']}
      refresh={routes.all}
      onSend={(body, header) => (route ? routeActs.revise(route, body) : routeActs.begin(body, header))}
    >
      {({ control }) => (
        <>
          <TextAreaField control={control} name="image" label={t('image')} hint={t('imageHint')} rows={5} maxLength={8000} />
          <Group grow align="start" gap="sm" preventGrowOverflow={false}>
            <DateField control={control} name="startsOn" required label={t('startsOn')} />
            <DateField control={control} name="endsOn" required label={t('endsOn')} hint={t('horizonHint')} />
          </Group>
        </>
      )}
    </CommandDialog>
  );
}

type FindingForm = { areaCode: string; text: string; levelBefore: string };

/** A strength or a difficulty, new or in other words. */
export function FindingDialog({ route, kind, finding, opened, onClose }: Of & { kind: 'Strength' | 'Deficit'; finding?: Finding | undefined }) {
  const { t } = useTranslation('routes');
  const areas = useDictionary('competence-area');
  const whole = useWhole();
  return (
    <CommandDialog<FindingForm>
      opened={opened}
      onClose={onClose}
      title={t(`kind.${kind}`)}
      submitLabel={t(finding ? 'save' : 'add')}
      defaults={{ areaCode: finding?.areaCode ?? 'methods', text: finding?.text ?? '', levelBefore: String(finding?.levelBefore ?? (finding ? '' : 50)) }}
      fields={['areaCode', 'text', 'levelBefore']}
      refresh={routes.all}
      onSend={({ areaCode, text, levelBefore }) =>
        routeActs.finding(route, {
          ...(finding ? { id: finding.id } : {}),
          kind,
          areaCode,
          text,
          levelBefore: parseNumber(levelBefore) ?? null,
          closed: finding ? finding.closedOn !== null : false,
        })
      }
    >
      {({ control }) => (
        <>
          <SelectField control={control} name="areaCode" label={t('area')} options={areas.options.filter(({ value }) => value !== 'digital')} />
          <TextAreaField control={control} name="text" required label={t('text')} maxLength={1000} />
          <NumberField control={control} name="levelBefore" label={t('level')} checks={whole(t('level'), 0, 100)} />
        </>
      )}
    </CommandDialog>
  );
}

type ActivityForm = {
  section: (typeof sections)[number];
  title: string;
  areaCodes: string[];
  findingIds: string[];
  startsOn: string;
  endsOn: string;
  product: string;
  resources: string;
  programId: string;
  reason: (typeof reasons)[number];
  words: string;
};

/** The programs that may serve an activity: the teacher's own in force, and the one that does. */
function useServing(route: Route, activity: Activity | undefined, opened: boolean) {
  const { data = [] } = useQuery({ ...routes.goals(route.route.id), enabled: opened });
  const all = [...route.goals.filter(({ programId }) => programId === activity?.programId), ...data];
  return [...new Map(all.map(({ programId, programTitle }) => [programId, programTitle]))].map(([value, label]) => ({ value, label }));
}

/** One activity, new or changed; under way it is a correction, which asks for its reason. */
export function ActivityDialog({ route, activity, opened, onClose }: Of & { activity?: Activity | undefined }) {
  const { t } = useTranslation('routes');
  const correcting = route.versions.length > 0;
  const format = useFormat();
  const { startsOn, endsOn } = route.route;
  const inTerm = (field: string) => ({
    inTerm: (day: unknown) =>
      (String(day) >= startsOn && String(day) <= endsOn) || t('outOfTerm', { field, from: format.date(startsOn), until: format.date(endsOn) }),
  });
  const programs = useServing(route, activity, opened);
  return (
    <CommandDialog<ActivityForm>
      opened={opened}
      onClose={onClose}
      title={t(correcting ? 'section.correction' : activity ? 'activity' : 'addActivity')}
      submitLabel={t(correcting ? 'correct' : 'save')}
      defaults={{
        section: activity?.section ?? 'A',
        title: activity?.title ?? '',
        areaCodes: [...(activity?.areaCodes ?? ['methods'])],
        findingIds: [...(activity?.findingIds ?? [])],
        startsOn: activity?.startsOn ?? route.route.startsOn,
        endsOn: activity?.endsOn ?? route.route.endsOn,
        product: activity?.product ?? '',
        resources: activity?.resources ?? '',
        programId: activity?.programId ?? '',
        reason: 'Education',
        words: '',
      }}
      fields={['section', 'title', 'areaCodes', 'findingIds', 'startsOn', 'endsOn', 'product', 'resources', 'programId', 'reason', 'words']}
      refresh={routes.all}
      onSend={({ reason, words, resources, programId, ...rest }) => {
        const line: PlanLine = {
          ...rest,
          ...(activity ? { id: activity.id } : {}),
          resources: resources || null,
          programId: programId || null,
        };
        const all = route.activities.map((one) => (one.id === activity?.id ? line : lineOf(one)));
        const plan = activity ? all : [...all, line];
        return correcting ? routeActs.correct(route, reason, words, plan) : routeActs.roadmap(route, plan);
      }}
    >
      {({ control }) => (
        <>
          {correcting && (
            <>
              <SelectField
                control={control}
                name="reason"
                label={t('reason')}
                options={reasons.map((value) => ({ value, label: t(`corrections.${value}`) }))}
              />
              <TextAreaField control={control} name="words" required label={t('words')} maxLength={2000} />
            </>
          )}
          <SelectField
            control={control}
            name="section"
            label={t('letterOf')}
            options={sections.map((value) => ({ value, label: t(`letter.${value}`) }))}
          />
          <TextField control={control} name="title" required label={t('activity')} maxLength={500} />
          <DictionaryListField control={control} name="areaCodes" dictionary="competence-area" except={['digital']} required label={t('areas')} />
          {route.findings.length > 0 && (
            <ListField control={control} name="findingIds" label={t('findings')} options={route.findings.map(({ id, text }) => ({ value: id, label: text }))} />
          )}
          <Group grow align="start" gap="sm" preventGrowOverflow={false}>
            <DateField control={control} name="startsOn" required label={t('startsOn')} checks={inTerm(t('startsOn'))} />
            <DateField control={control} name="endsOn" required label={t('endsOn')} checks={inTerm(t('endsOn'))} />
          </Group>
          <TextField control={control} name="product" required label={t('expected')} maxLength={1000} />
          <TextField control={control} name="resources" label={t('resources')} maxLength={1000} />
          {programs.length > 0 && (
            <SelectField control={control} name="programId" label={t('goals.program')} empty={t('goals.noProgram')} options={programs} />
          )}
        </>
      )}
    </CommandDialog>
  );
}

/** Why an activity is called off, or the route closed. */
export function ReasonDialog({ title, onReason, opened, onClose }: Omit<Of, 'route'> & { title: string; onReason: (reason: string) => Promise<unknown> }) {
  const { t } = useTranslation('routes');
  return (
    <CommandDialog<{ reason: string }>
      opened={opened}
      onClose={onClose}
      title={title}
      submitLabel={title}
      defaults={{ reason: '' }}
      fields={['reason']}
      refresh={routes.all}
      onSend={({ reason }) => onReason(reason)}
    >
      {({ control }) => <TextAreaField control={control} name="reason" required label={t('reason')} maxLength={1000} />}
    </CommandDialog>
  );
}

type ProductForm = Record<'kindCode' | 'title' | 'link' | 'text' | 'presented' | 'presentedOn' | 'seenBy' | 'attitude' | 'attitudeWords', string>;

/** What an activity came to, and the teacher's own attitude to it. */
export function ProductDialog({ route, activity, opened, onClose }: Of & { activity: Activity }) {
  const { t } = useTranslation('routes');
  const kinds = useDictionary('pedagogical-product');
  const whole = useWhole();
  const [file, setFile] = useState<File | null>(null);
  return (
    <CommandDialog<ProductForm>
      opened={opened}
      onClose={onClose}
      title={t('product')}
      submitLabel={t('add')}
      defaults={{ kindCode: 'lesson', title: '', link: '', text: '', presented: '', presentedOn: '', seenBy: '', attitude: '4', attitudeWords: '' }}
      refresh={routes.all}
      onSend={(fields, header) => routeActs.product(route, { ...fields, activityId: activity.id }, file ?? undefined, header)}
    >
      {({ control }) => (
        <>
          <SelectField control={control} name="kindCode" label={t('productKind')} options={kinds.options} />
          <TextField control={control} name="title" required label={t('productTitle')} maxLength={300} />
          <FileInput label={t('productFile')} description={t('productHint')} value={file} onChange={setFile} clearable />
          <TextField control={control} name="link" label={t('link')} maxLength={1000} />
          <TextAreaField control={control} name="text" label={t('productText')} maxLength={20000} />
          <TextField control={control} name="presented" label={t('presented')} maxLength={1000} />
          <DateField control={control} name="presentedOn" label={t('presentedOn')} />
          <TextField control={control} name="seenBy" label={t('seenBy')} maxLength={500} />
          <NumberField control={control} name="attitude" required label={t('attitude')} checks={whole(t('attitude'), 1, 5)} />
          <TextAreaField control={control} name="attitudeWords" required label={t('attitudeWords')} maxLength={2000} />
        </>
      )}
    </CommandDialog>
  );
}
