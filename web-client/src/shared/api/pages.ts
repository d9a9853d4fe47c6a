export type Page<T> = { items: T[]; next: string | null };
export type Cursor = string | undefined;

/** The most that the API gives at once. */
export const LARGEST_PAGE = 200;

/** What a question adds to its query to go on after a page. */
export const after = (cursor: Cursor) => (cursor ? { cursor } : {});

export const firstPage = undefined as Cursor;
export const nextPage = ({ next }: { next: string | null }): Cursor => next ?? undefined;

/** A whole list, page after page: for whatever offers a choice or writes a file. */
export async function everyPage<T>(read: (cursor: Cursor) => Promise<Page<T>>): Promise<T[]> {
  const items: T[] = [];
  let cursor = firstPage;
  do {
    const page = await read(cursor);
    items.push(...page.items);
    cursor = nextPage(page);
  } while (cursor);
  return items;
}
