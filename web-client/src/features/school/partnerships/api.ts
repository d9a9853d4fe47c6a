import { infiniteQueryOptions } from '@tanstack/react-query';
import { api, data, send } from '@/shared/api/client';
import { after, firstPage, nextPage } from '@/shared/api/pages';
import type { components } from '@/shared/api/schema';
import { coordination } from '@/shared/partnerships/api';
import type { PartnersSearch } from './search';

type Schemas = components['schemas'];
export type Contract = Schemas['ListPartnerContractsItem'];
export type ContractPlan = Schemas['PartnerContractPlan'];
export type ContractStep = Schemas['PartnerContractStep'];
export type Contact = Schemas['ListPartnerContactsItem'];
export type ContactCard = Schemas['PartnerContactCard'];
export type Entry = Schemas['ListCoordinationItem'];
export type Note = Schemas['CoordinationNote'];

type Header = Record<string, string>;
const root = ['partnerships'] as const;
const at = (id: string) => ({ path: { organizationId: id } });
const found = ({ q }: PartnersSearch) => (q ? { search: q } : {});
const logQuery = (search: PartnersSearch) => ({
  ...found(search),
  ...(search.kind ? { kind: search.kind } : {}),
  ...(search.open ? { open: true } : {}),
  ...(search.contact ? { contactId: search.contact } : {}),
  ...(search.contract ? { contractId: search.contract } : {}),
});

export const partnerships = {
  all: root,
  contracts: (id: string, search: PartnersSearch) =>
    infiniteQueryOptions({
      queryKey: [...root, 'contracts', id, search],
      staleTime: 30_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) => {
        const { status, warned } = search;
        const query = { ...found(search), ...(status ? { status } : {}), ...(warned ? { warned: true } : {}), ...after(pageParam) };
        return data(api.GET('/api/v1/organizations/{organizationId}/partner-contracts', { params: { ...at(id), query }, signal }));
      },
      getNextPageParam: nextPage,
    }),
  contacts: (id: string, search: PartnersSearch) =>
    infiniteQueryOptions({
      queryKey: [...root, 'contacts', id, search],
      staleTime: 30_000,
      initialPageParam: firstPage,
      queryFn: ({ pageParam, signal }) => {
        const query = { ...found(search), ...(search.role ? { role: search.role } : {}), ...after(pageParam) };
        return data(api.GET('/api/v1/organizations/{organizationId}/partner-contacts', { params: { ...at(id), query }, signal }));
      },
      getNextPageParam: nextPage,
    }),
  log: (id: string, search: PartnersSearch) => coordination(id, logQuery(search)),
  /** The same entries as the list shows, as a file. */
  logFile: (id: string, search: PartnersSearch) => {
    const query = Object.entries(logQuery(search)).map(([name, value]): [string, string] => [name, String(value)]);
    return `/api/v1/organizations/${id}/coordination/log.csv?${new URLSearchParams(query)}`;
  },
  contractFile: (id: string, contractId: string) => `/api/v1/organizations/${id}/partner-contracts/${contractId}/file`,
};

export const partnershipActs = {
  draft: (id: string, body: ContractPlan, header: Header) =>
    data(api.POST('/api/v1/organizations/{organizationId}/partner-contracts', { params: { ...at(id), header }, body })),
  revise: (id: string, { id: contractId, version }: Contract, plan: ContractPlan) =>
    data(
      api.PUT('/api/v1/organizations/{organizationId}/partner-contracts/{contractId}', {
        params: { path: { organizationId: id, contractId } },
        body: { version, plan },
      }),
    ),
  move: (id: string, { id: contractId, version }: Contract, step: ContractStep, outcome: string | null) =>
    data(
      api.POST('/api/v1/organizations/{organizationId}/partner-contracts/{contractId}/move', {
        params: { path: { organizationId: id, contractId } },
        body: { version, step, outcome },
      }),
    ),
  /** A form with a file: its parts are written by the browser, boundary and all. */
  attach: (id: string, { id: contractId, version }: Contract, file: File, headers: Header) => {
    const body = new FormData();
    body.append('file', file);
    body.append('version', String(version));
    return send(new Request(new URL(partnerships.contractFile(id, contractId), location.origin), { method: 'POST', body, headers }));
  },
  addContact: (id: string, body: ContactCard, header: Header) =>
    data(api.POST('/api/v1/organizations/{organizationId}/partner-contacts', { params: { ...at(id), header }, body })),
  reviseContact: (id: string, { id: contactId, version }: Contact, card: ContactCard) =>
    data(
      api.PUT('/api/v1/organizations/{organizationId}/partner-contacts/{contactId}', {
        params: { path: { organizationId: id, contactId } },
        body: { version, card },
      }),
    ),
  eraseContact: (id: string, { id: contactId, version }: Contact) =>
    data(
      api.POST('/api/v1/organizations/{organizationId}/partner-contacts/{contactId}/erase', {
        params: { path: { organizationId: id, contactId } },
        body: { version },
      }),
    ),
  log: (id: string, body: Note, header: Header) => data(
    api.POST('/api/v1/organizations/{organizationId}/coordination', {
      params: { ...at(id), header },
      body,
    }),
  ),
  reviseLog: (id: string, { id: entryId, version }: Entry, note: Note) =>
    data(
      api.PUT('/api/v1/organizations/{organizationId}/coordination/{entryId}', {
        params: { path: { organizationId: id, entryId } },
        body: { version, note },
      }),
    ),
  finish: (id: string, { id: entryId, version }: Entry, result: string) =>
    data(
      api.POST('/api/v1/organizations/{organizationId}/coordination/{entryId}/next-step/finish', {
        params: { path: { organizationId: id, entryId } },
        body: { version, result },
      }),
    ),
};
