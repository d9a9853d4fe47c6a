const KEY = 'mentoring.assignment';

/** The role that the user works in, in this tab; none means all of their roles together. */
export const activeAssignment = {
  header: 'Mentoring-Assignment',
  get: () => sessionStorage.getItem(KEY) ?? undefined,
  set(id: string | undefined) {
    if (id) sessionStorage.setItem(KEY, id);
    else sessionStorage.removeItem(KEY);
  },
};
