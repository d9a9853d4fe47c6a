import { regions, type Region } from './regions';

type Direction = readonly [columns: number, rows: number];

export const directions: Record<string, Direction> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const SIDEWAYS = 2;

/** The nearest tile in the pressed direction; a step sideways counts double. */
export function neighbour(from: Region, [dx, dy]: Direction): Region | undefined {
  let nearest: Region | undefined;
  let least = Infinity;
  for (const region of regions) {
    const columns = region.col - from.col;
    const rows = region.row - from.row;
    const ahead = columns * dx + rows * dy;
    const aside = Math.abs(columns * dy) + Math.abs(rows * dx);
    const distance = ahead + aside * SIDEWAYS;
    if (ahead > 0 && aside <= ahead * SIDEWAYS && distance < least) {
      nearest = region;
      least = distance;
    }
  }
  return nearest;
}
