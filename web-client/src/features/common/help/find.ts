/** What a topic says; `words` are others that people look for it by, which are not shown. */
export type Words = { title: string; lead: string; steps: readonly string[]; words?: string };

const plain = (text: string) => text.toLowerCase().replaceAll('ё', 'е');

/** A topic is found when it has all the words, in whatever order and place. */
export function has({ title, lead, steps, words = '' }: Words, wanted: string) {
  const text = plain([title, lead, ...steps, words].join(' '));
  return plain(wanted).split(/\s+/).every((word) => text.includes(word));
}
