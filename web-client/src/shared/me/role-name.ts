import i18n from 'i18next';

/** The role in the language of the screen; a role that this build does not know keeps its code. */
export const roleName = (role: string): string =>
  i18n.exists(`role.${role}`) ? i18n.t(`role.${role}` as 'role.Mentor') : role;
