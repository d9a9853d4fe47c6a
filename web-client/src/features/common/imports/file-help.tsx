import { Anchor, List, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { download } from '@/shared/api/download';
import { pupilTemplate, resultsTemplate, staffTemplate, type Target } from './api';
import cls from './file-help.module.css';

const samples: Record<Exclude<Target['kind'], 'DiagnosisResults' | 'PupilResults'>, string> = {
  Roster: '/samples/roster-sample.zip',
  OrganizationRegister: '/samples/organizations-register.json',
};

const files = ['manifest', 'orgs', 'users', 'roles'] as const;

/** Columns as they are named in the files → the key of what stands there. */
const columns = [
  ['users.csv', 'sourcedId', 'userId'],
  ['users.csv', 'familyName, givenName, middleName', 'name'],
  ['users.csv', 'email, phone', 'contacts'],
  ['users.csv', 'metadata.mentoring.birthDate', 'birthDate'],
  ['users.csv', 'metadata.mentoring.snils', 'snils'],
  ['users.csv', 'metadata.mentoring.isNew', 'isNew'],
  ['roles.csv', 'userSourcedId', 'user'],
  ['roles.csv', 'role', 'role'],
  ['roles.csv', 'beginDate, endDate', 'period'],
  ['roles.csv', 'metadata.mentoring.position', 'position'],
  ['roles.csv', 'metadata.mentoring.isMain', 'main'],
  ['roles.csv', 'metadata.mentoring.category', 'category'],
] as const;

/** Which file is needed: what is in it, and one to begin with. */
export function FileHelp({ target }: { target: Target }) {
  const { t } = useTranslation('imports');
  const { kind } = target;

  return (
    <details className={cls.help}>
      <summary>{t('help.title')}</summary>
      {kind === 'Roster' && <ListHelp />}
      <Text my="xs">{t(`help.text.${kind}`)}</Text>
      <Text mb="xs">
        {kind === 'DiagnosisResults' || kind === 'PupilResults' ? (
          <Anchor
            component="button"
            type="button"
            onClick={() => void download(kind === 'PupilResults' ? pupilTemplate : resultsTemplate(target.instrumentId), 'results.csv')}
          >
            {t(`help.sample.${kind}`)}
          </Anchor>
        ) : (
          <Anchor href={samples[kind]} download>
            {t(`help.sample.${kind}`)}
          </Anchor>
        )}
      </Text>
      {kind === 'Roster' && <RosterHelp />}
    </details>
  );
}

function ListHelp() {
  const { t } = useTranslation('imports');
  return (
    <>
      <Text my="xs">{t('help.list')}</Text>
      <Text mb="md">
        <Anchor component="button" type="button" onClick={() => void download(staffTemplate, 'staff-list.xlsx')}>
          {t('help.template')}
        </Anchor>
      </Text>
    </>
  );
}

function RosterHelp() {
  const { t } = useTranslation('imports');
  return (
    <>
      <List mb="sm">
        {files.map((file) => (
          <List.Item key={file}>
            <b>{`${file}.csv`}</b> — {t(`help.file.${file}`)}
          </List.Item>
        ))}
      </List>
      <table aria-label={t('help.columns')}>
        <thead>
          <tr>
            <th scope="col">{t('faults.file')}</th>
            <th scope="col">{t('faults.field')}</th>
            <th scope="col">{t('help.meaning')}</th>
          </tr>
        </thead>
        <tbody>
          {columns.map(([file, column, key]) => (
            <tr key={file + column}>
              <td>{file}</td>
              <td>{column}</td>
              <td>{t(`help.column.${key}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Text size="sm" c="dimmed">
        {t('help.bulk')}
      </Text>
    </>
  );
}
