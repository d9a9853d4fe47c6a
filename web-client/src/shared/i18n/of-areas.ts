export type Words = Record<string, string>;
type Files = Record<string, Words>;

const TOPIC = 'topic.';

/** What each area calls its places in the menu. */
export const menuOf = (files: Files): Words => Object.assign({}, ...Object.values(files)) as Words;

/** What the server's areas call the kinds of what they tell, and the topics (`topic.Partners`) under which those stand. */
export function noticesOf(files: Files): { kind: Words; topic: Words } {
  const all = Object.entries(menuOf(files));
  const topics = all.filter(([key]) => key.startsWith(TOPIC));
  return {
    kind: Object.fromEntries(all.filter(([key]) => !key.startsWith(TOPIC))),
    topic: Object.fromEntries(topics.map(([key, word]) => [key.slice(TOPIC.length), word])),
  };
}
