import { useEffect, type ReactNode, type RefObject } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import cls from './data-table.module.css';

const ROW_HEIGHT = 36;

type Props = {
  count: number;
  columns: number;
  /** What the rows scroll in. */
  box: RefObject<HTMLElement | null>;
  /** Takes the way to bring a row that is scrolled away into the page. */
  reveal: RefObject<(index: number) => void>;
  children: (index: number, measure: (row: HTMLElement | null) => void) => ReactNode;
};

/** Of very many rows those in view, with the room of the others above and below. */
export function VirtualRows({ count, columns, box, reveal, children }: Props) {
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const items = virtualizer.getVirtualItems();
  const above = items[0]?.start ?? 0;
  const below = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);

  useEffect(() => {
    reveal.current = (index) => virtualizer.scrollToIndex(index);
  }, [reveal, virtualizer]);

  return (
    <>
      {above > 0 && <Spacer height={above} columns={columns} />}
      {items.map(({ index }) => children(index, virtualizer.measureElement))}
      {below > 0 && <Spacer height={below} columns={columns} />}
    </>
  );
}

/** Room of the rows that are scrolled away. */
const Spacer = ({ height, columns }: { height: number; columns: number }) => (
  <tr aria-hidden="true">
    <td colSpan={columns} className={cls.spacer} style={{ height }} />
  </tr>
);
