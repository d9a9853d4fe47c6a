import { Link } from '@tanstack/react-router';
import type { Place } from './place';
import type { TerritorySearch } from './search';

type Props = { place: Place; search: TerritorySearch };

/** One level down, with the same indicator, period and view. */
export function PlaceLink({ place: { id, kind, name }, search }: Props) {
  const { indicator, period, view } = search;
  return kind === 'school' ? (
    <Link to="/school/$orgId" params={{ orgId: id }} search={{ indicator, period }}>
      {name}
    </Link>
  ) : (
    <Link to="/analytics/$territory" params={{ territory: id }} search={{ indicator, period, view }}>
      {name}
    </Link>
  );
}
