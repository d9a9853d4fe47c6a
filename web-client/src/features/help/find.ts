export type Words = { title: string; lead: string; steps: readonly string[] };

const plain = (text: string) => text.toLowerCase().replaceAll('ё', 'е');

/** A topic is found when it has all the words, in whatever order and place. */
export function has({ title, lead, steps }: Words, wanted: string) {
  const text = plain([title, lead, ...steps].join(' '));
  return plain(wanted).split(/\s+/).every((word) => text.includes(word));
}
