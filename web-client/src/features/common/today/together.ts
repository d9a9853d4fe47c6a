import type { AgendaTask, TaskKind } from './types';

/** Decided one after the other on one page about one person. */
const kinds: readonly TaskKind[] = ['ResultToConfirm'];

export type TaskLine = AgendaTask & {
  /** More than one: so many tasks in this line. */
  count: number;
};

/** One line a person where several things of one kind are decided on one page, in the place of the first of them. */
export function together(tasks: readonly AgendaTask[]): TaskLine[] {
  const lines = new Map<string, TaskLine>();
  for (const task of tasks) {
    const { kind, path, title, subjectId } = task;
    const key = kinds.includes(kind) ? `${kind} ${path}` : `${kind} ${task.organizationId} ${subjectId}`;
    const line = lines.get(key);
    lines.set(key, line ? { ...line, title: `${line.title}; ${title}`, count: line.count + 1 } : { ...task, count: 1 });
  }
  return [...lines.values()];
}
