import { expect, test } from 'vitest';
import type { Assignment, Permission } from '@/shared/me/api';
import { held, meWith } from '@/testing/me';
import { doorsOf } from './doors';

const school = { id: 'o1', regionCode: 'RU-TVE', territoryCode: '28604000' };
const all: Permission[] = ['MonitoringSchool', 'StaffRead', 'ProgramRead', 'AccountManage', 'AccountHandOver'];
const open = (permissions: Permission[], ...assignments: Assignment[]) => doorsOf(meWith({ permissions, assignments }), school).map(({ label }) => label);

test.each([
  ['who works there', all, held('Head', { organizationId: 'o1' }), ['school', 'people', 'programs', 'settings', 'accounts', 'invitations']],
  ['who works elsewhere', all, held('Head', { organizationId: 'o2' }), []],
  ['a mentor of a pair there', ['ProgramRead'], held('Mentor', { organizationId: 'o1' }), []],
  ['the municipality', ['MonitoringSchool'], held('MunicipalCoordinator', { territoryCode: '28604000', territoryLevel: 'Municipality' }), ['schoolOf']],
  ['another municipality', ['MonitoringSchool'], held('MunicipalCoordinator', { territoryCode: '28701000', territoryLevel: 'Municipality' }), []],
  ['the region', ['MonitoringSchool'], held('RegionalAnalyst', { territoryCode: 'RU-TVE', territoryLevel: 'Region' }), ['schoolOf']],
  [
    'the administrator',
    ['MonitoringSchool', 'AccountManage', 'AccountHandOver'],
    held('SystemAdministrator', { territoryCode: 'RU', territoryLevel: 'Federation' }),
    ['schoolOf', 'settings', 'accounts', 'invitations'],
  ],
] as const)('%s goes on from an organization to what is open', (_, permissions, role, labels) => expect(open([...permissions], role)).toEqual(labels));
