/** A school as its page reads it. */
export const school = {
  id: 's',
  nameShort: 'Школа № 12',
  nameFull: 'Школа № 12',
  kind: 'School',
  sector: 'General',
  territoryCode: '28701000',
  territoryNameRu: 'Тверь',
  regionCode: 'RU-TVE',
  regionNameRu: 'Тверская область',
  status: 'Open',
  version: 3,
  events: [
    { kind: 'KindChanged', occurredOn: '2026-09-01', detail: { kind: { from: 'College', to: 'School' }, basis: { from: null, to: 'Приказ № 5' } } },
  ],
  successors: [],
  carriedOnBy: [],
  closedByRegister: false,
  predecessors: [{ id: 'p', nameShort: 'Школа № 3', since: '2025-09-01' }],
};
