import { Skeleton } from '@mantine/core';
import cls from './data-table.module.css';

const ROWS = 8;

/** Appears only after 200 ms (see the style): a quick answer does not flicker. */
export const LoadingRows = ({ columns }: { columns: number }) =>
  Array.from({ length: ROWS }, (_, row) => (
    <tr key={row} aria-hidden="true" className={cls.loading}>
      {Array.from({ length: columns }, (_, column) => (
        <td key={column} className={cls.cell}>
          <Skeleton h={12} w="70%" />
        </td>
      ))}
    </tr>
  ));
