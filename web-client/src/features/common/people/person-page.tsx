import { useState, type ReactNode } from 'react';
import { Alert, Button, Text, Title } from '@mantine/core';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { today } from '@/shared/i18n/dates';
import { useFormat } from '@/shared/i18n/use-format';
import { dialogLater, later } from '@/shared/ui/later';
import { LinkButton } from '@/shared/ui/link-button';
import { RecordHeader } from '@/shared/ui/record-header';
import { StatusTag } from '@/shared/ui/status-tag';
import { people, worksOn, type Person } from './api';
import { PersonEmployments } from './person-employments';
import { PersonNeeds } from './person-needs';
import { PersonPrograms } from './person-programs';
import { schoolYearName, schoolYearOf } from '@/shared/i18n/school-year';
import { useNeed } from './use-need';

const NeedDialog = dialogLater(async () => (await import('./need-dialog')).NeedDialog, ({ name }) => name !== undefined);

const EndEmployment = dialogLater(async () => (await import('./end-employment')).EndEmployment);

const StaffRecord = later(async () => (await import('./staff-record')).StaffRecord);

type Props = { personId: string; mayWrite: boolean; mayEmploy: boolean; mayMerge?: boolean; mayAppoint?: boolean };

/** One member of the staff: where they work, why they need a mentor, in which programs they are. */
export function PersonPage({ personId, mayWrite, mayEmploy, mayMerge = false, mayAppoint = false }: Props) {
  const { t } = useTranslation('people');
  const format = useFormat();
  const { data: person } = useSuspenseQuery(people.detail(personId));
  const [organizationId, setOrganizationId] = useState<string>();
  const [isEnding, setEnding] = useState(false);
  const year = schoolYearOf(new Date(`${today()}T00:00`));
  const { save, clear } = useNeed(year);

  const name = [person.familyName, person.givenName, person.patronymic].filter(Boolean).join(' ');
  const day = today();
  const [first, ...others] = person.employments.filter((one) => worksOn(one, day));
  const current = first ? [first, ...others] : [];
  const needAt = (place: string | undefined) =>
    person.needs.find((need) => need.organizationId === place && need.schoolYear === year);
  const before = needAt(organizationId) ?? null;

  return (
    <>
      <RecordHeader
        title={name}
        status={
          <StatusTag tone={current.length ? 'ok' : 'off'}>
            {t(current.length ? 'person.works' : 'person.left')}
          </StatusTag>
        }
        facts={facts(person).map(([field, value]) => ({
          label: t(`field.${field}`),
          value: field === 'birthDate' ? format.date(value) : value,
        }))}
      >
        {mayMerge && !person.mergedInto && (
          <LinkButton variant="default" to="/people/duplicates" search={{ personId }}>
            {t('person.duplicates')}
          </LinkButton>
        )}
        {mayEmploy && first && (
          <Button variant="default" onClick={() => setEnding(true)}>
            {t('staff.end')}
          </Button>
        )}
      </RecordHeader>
      {!mayEmploy && first && (
        <Text size="sm" c="dimmed" mt="xs">
          {t('staff.whoEnds')}{' '}
          {mayAppoint && (
            <Link to="/school/$orgId/settings" params={{ orgId: first.organizationId }}>
              {t('staff.whoIs')}
            </Link>
          )}
        </Text>
      )}
      {person.mergedInto && (
        <Alert variant="outline" mt="sm">
          {t('person.merged')}{' '}
          <Link to="/people/$personId" params={{ personId: person.mergedInto }}>
            {t('person.mergedInto')}
          </Link>
        </Alert>
      )}

      <Section title={t('person.employments')} none={t('person.noEmployments')} empty={!person.employments.length}>
        <PersonEmployments employments={person.employments} />
      </Section>
      <Section
        title={t('person.needs')}
        none={t('person.noNeeds')}
        empty={!person.needs.length && !(mayWrite && current.length)}
      >
        <PersonNeeds
          person={person}
          name={name}
          year={year}
          places={mayWrite ? current : []}
          onSet={setOrganizationId}
          onClear={(place) => {
            const need = needAt(place);
            if (need) clear({ organizationId: place, personId }, need, name);
          }}
        />
      </Section>
      <Section title={t('person.programs')} none={t('person.noPrograms')} empty={!person.programs.length}>
        <PersonPrograms programs={person.programs} />
      </Section>
      {mayEmploy && <StaffRecord person={person} />}
      {isEnding && first && <EndEmployment personId={personId} employments={[first, ...others]} onClose={() => setEnding(false)} />}

      <NeedDialog
        name={organizationId && name}
        before={before}
        schoolYear={schoolYearName(year)}
        onClose={() => setOrganizationId(undefined)}
        onSave={(need) =>
          organizationId ? save({ organizationId, personId }, need, before, name) : Promise.resolve()
        }
      />
    </>
  );
}

const SHOWN = ['birthDate', 'email', 'phone'] as const;

const facts = (person: Person) =>
  SHOWN.flatMap((field) => {
    const value = person[field];
    return value ? [[field, value] as const] : [];
  });

type SectionProps = { title: string; none: string; empty: boolean; children: ReactNode };

const Section = ({ title, none, empty, children }: SectionProps) => (
  <section>
    <Title order={2} mt="lg" mb="xs">
      {title}
    </Title>
    {empty ? <Text c="dimmed">{none}</Text> : children}
  </section>
);
