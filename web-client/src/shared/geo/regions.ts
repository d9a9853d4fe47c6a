import grid from './ru-tilegrid.json';

/** A region as a tile: ISO 3166-2:RU code, names, place in the grid. */
export type Region = (typeof grid)['regions'][number];

export const regions: readonly Region[] = grid.regions;
export const gridSize = { cols: grid.cols, rows: grid.rows };
export const regionByIso: ReadonlyMap<string, Region> = new Map(
  regions.map((region) => [region.iso, region]),
);

export const regionName = (region: Region, language: string) =>
  language === 'ru' ? region.nameRu : region.nameEn;
