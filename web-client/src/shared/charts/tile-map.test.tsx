import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { regions } from '@/shared/geo/regions';
import { axeFaults } from '@/testing/axe';
import { renderUi } from '@/testing/render';
import { RegionMap } from './region-map';
import { TileMap, type RegionValue } from './tile-map';

const values = new Map<string, RegionValue>(regions.map(({ iso }, index) => [iso, index]));
values.set('RU-TUL', null);
values.set('RU-MOS', 'suppressed');

const map = (onSelect = vi.fn()) => (
  <RegionMap
    label="Доля педагогов с наставником"
    valueLabel="Доля"
    values={values}
    format={(value) => `${value} %`}
    formatShort={String}
    onSelect={onSelect}
  />
);

test('one tab stop; arrows walk, Enter selects', async () => {
  const onSelect = vi.fn();
  const { user } = await renderUi(map(onSelect));
  expect(screen.getAllByRole('button', { name: /:/ })).toHaveLength(83);

  await user.tab();
  await user.tab();
  expect(document.activeElement).toHaveAccessibleName(/^город Москва|^Москва/);
  await user.keyboard('{ArrowRight}{Enter}');
  expect(onSelect).toHaveBeenCalledExactlyOnceWith('RU-MOS');
  await user.tab();
  expect(document.activeElement).toBe(document.body);
});

test('no data and hidden values are said in words and take no class', async () => {
  const { container } = await renderUi(map());
  const none = screen.getByRole('button', { name: 'Тульская область: нет данных' });
  const hidden = screen.getByRole('button', { name: /скрыто: мало наблюдений/ });
  for (const tile of [none, hidden]) expect(tile).not.toHaveAttribute('data-step');
  expect(screen.getByRole('button', { name: /82 %, место 1 из 81/ })).toHaveAttribute('data-step', '6');
  expect(await axeFaults(container)).toEqual([]);
});

test('where all values are equal the legend says one', async () => {
  const equal = new Map<string, RegionValue>(regions.map(({ iso }) => [iso, 100]));
  await renderUi(<TileMap label="Доля" values={equal} ranks={new Map()} format={(value) => `${value} %`} formatShort={String} />);
  expect(screen.getByText('У всех 100 %')).toBeVisible();
  expect(screen.getByRole('button', { name: 'Тульская область: 100 %' })).toHaveAttribute('data-step', '3');
});

test('the same numbers as a table, highest first, the empty ones last', async () => {
  const { user } = await renderUi(map());
  await user.click(screen.getByRole('button', { name: 'Показать таблицей' }));
  const rows = screen.getAllByRole('row').map((row) => row.textContent);
  expect(rows).toHaveLength(84);
  expect(rows[1]).toMatch(/82 %$/);
  expect(rows.slice(-2).join()).toMatch(/нет данных|скрыто/);
});
