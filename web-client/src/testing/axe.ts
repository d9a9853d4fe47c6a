import axe from 'axe-core';

/** Ids of the accessibility rules that the element breaks; colours need a real browser. */
export async function axeFaults(element: Element) {
  const rules = { 'color-contrast': { enabled: false }, region: { enabled: false } };
  const { violations } = await axe.run(element, { rules });
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
