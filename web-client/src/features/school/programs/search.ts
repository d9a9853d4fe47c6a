import type { Sort } from '@/shared/ui/data-table/column';
import type { ProgramFilter } from './api';
import type { ProgramStatus } from './types';

/*
 * What stands in the addresses of this feature's pages. Routes read it before a page is loaded,
 * so nothing here may import one.
 */

export type ProgramSearch = {
  status?: ProgramStatus | undefined;
  q?: string | undefined;
  purpose?: string | undefined;
  person?: string | undefined;
  sort?: Sort;
  /** By stages instead of in a table. */
  view?: 'board' | undefined;
};

export const listFilter = (organizationId: string, search: ProgramSearch): ProgramFilter => ({
  organizationId,
  status: search.status,
  search: search.q,
  purpose: search.purpose,
  person: search.person,
  sort: search.sort,
});

export const programTabs = ['program', 'meetings', 'products', 'discussion', 'versions', 'evaluation', 'impact', 'history'] as const;
export type ProgramTab = (typeof programTabs)[number];
