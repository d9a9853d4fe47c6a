import { Group, Radio } from '@mantine/core';
import type { FieldValues } from 'react-hook-form';
import { useField, type FieldProps } from '@/shared/ui/fields';

const LEVELS = [1, 2, 3, 4, 5];

type Props<T extends FieldValues> = FieldProps<T> & { lowest: string; highest: string };

/** Five levels; words at both ends are part of the first and the last label. The first level carries the field's id. */
export function ScaleField<T extends FieldValues>({ lowest, highest, ...props }: Props<T>) {
  const { field, shared } = useField(props);
  const { id, ...rest } = shared;
  const label = (level: number) => {
    if (level === 1) return `1 — ${lowest}`;
    return level === 5 ? `5 — ${highest}` : String(level);
  };
  return (
    <Radio.Group
      {...rest}
      name={field.name}
      value={String(field.value ?? '')}
      onChange={(value) => field.onChange(Number(value))}
      onBlur={field.onBlur}
    >
      <Group gap="md" mt={4}>
        {LEVELS.map((level) => (
          <Radio key={level} {...(level === 1 ? { id } : {})} value={String(level)} label={label(level)} />
        ))}
      </Group>
    </Radio.Group>
  );
}
