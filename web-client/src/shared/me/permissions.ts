import type { Me, Permission } from './api';

export class ForbiddenError extends Error {
  constructor() {
    super('Forbidden');
    this.name = 'ForbiddenError';
  }
}

export const may = (me: Me, permission: Permission) => me.permissions.includes(permission);

/** For `beforeLoad` of a route: shows the "no access" page instead of the screen. */
export function requirePermission(me: Me, ...anyOf: Permission[]) {
  if (!anyOf.some((permission) => may(me, permission))) throw new ForbiddenError();
}
