import { NativeSelect, SegmentedControl } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { PHONE } from './is-phone';

type Props = {
  label: string;
  value: string;
  onChange: (chosen: string) => void;
  data: { value: string; label: string }[];
  mb?: string;
};

/** One of a few beside each other, or in a list where there is no room for that. */
export function Choice({ label, value, onChange, data, ...rest }: Props) {
  // A window is made narrow, a telephone turned.
  const isNarrow = useMediaQuery(PHONE, undefined, { getInitialValueInEffect: false });
  if (isNarrow)
    return (
      <NativeSelect
        className="no-print"
        label={label}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
        data={data}
        {...rest}
      />
    );
  return <SegmentedControl className="no-print" aria-label={label} value={value} onChange={onChange} data={data} {...rest} />;
}
