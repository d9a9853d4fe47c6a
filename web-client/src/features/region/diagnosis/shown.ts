import type { Diagnosis, Item } from './api';

type Answers = Record<string, string>;

/** As the server counts it: an item behind a branch is shown where the item before it was answered so. */
export function isShown(item: Item, items: readonly Item[], answers: Answers): boolean {
  if (!item.showIf) return true;
  const { item: code, anyOf } = item.showIf;
  const earlier = items.find((one) => one.code === code);
  return earlier !== undefined && isShown(earlier, items, answers) && anyOf.includes(answers[code] ?? '');
}

/** The areas in the instrument's order, each with what is shown of it. */
export function steps({ content }: Pick<Diagnosis, 'content'>, answers: Answers) {
  const areas = [...new Set(content.items.map(({ area }) => area))];
  return areas.map((area) => {
    const items = content.items.filter((item) => item.area === area && isShown(item, content.items, answers));
    return { area, items, open: items.filter(({ required, code }) => required && !answers[code]?.trim()).length };
  });
}
