import * as z from 'zod/mini';

/*
 * Parts of a route's search schema. What is missing or nonsense in the address becomes the
 * default, and the default is left out of the address:
 *
 *   const search = z.object({ q: text, state: oneOf('draft', 'active'), page: cursor });
 *   navigate({ search: patch({ state: 'active' }), replace: true });
 */

/** Words to find things by. Those by which people are looked for stay out of the address: see `useWords`. */
export const text = z.catch(z.optional(z.string().check(z.maxLength(200))), undefined);

/** A code of a dictionary, a territory, a place: never words, so that no name stands in it. */
export const CODE = /^[\w.:-]{1,100}$/;
export const code = z.catch(z.optional(z.string().check(z.regex(CODE))), undefined);

/** Position in a list that comes in pages. */
export const cursor = z.catch(z.optional(z.string().check(z.maxLength(500))), undefined);

/** One of the codes, or nothing: all. */
export const oneOf = <const T extends readonly string[]>(...codes: T) =>
  z.catch(z.optional(z.enum(codes)), undefined);

/** Of one thing. */
export const id = z.catch(z.optional(z.guid()), undefined);

/** Calendar date `YYYY-MM-DD`. */
export const date = z.catch(z.optional(z.iso.date()), undefined);

/** Order of a table: column and direction, `name` or `-name`. */
export const sort = z.catch(z.optional(z.string().check(z.regex(/^-?[a-zA-Z]+$/))), undefined);

/** A change of some filters: empties disappear from the address, the cursor starts again. */
export const patch =
  <Search extends object>(change: Partial<Search>) =>
  (previous: Search): Search => {
    const next = { ...previous, cursor: undefined, ...change };
    return Object.fromEntries(
      Object.entries(next).filter(([, value]) => value !== undefined && value !== ''),
    ) as Search;
  };
