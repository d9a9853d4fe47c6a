import { Group, Radio, Text } from '@mantine/core';
import type { FieldValues } from 'react-hook-form';
import { useField, type FieldProps } from '@/shared/ui/fields';

const LEVELS = [1, 2, 3, 4, 5];

type Props<T extends FieldValues> = FieldProps<T> & { lowest: string; highest: string };

/** One question, five levels, words at both ends. The first level carries the field's id. */
export function ScaleField<T extends FieldValues>({ lowest, highest, ...props }: Props<T>) {
  const { field, shared } = useField(props);
  const { id, ...rest } = shared;

  return (
    <Radio.Group
      {...rest}
      name={field.name}
      value={String(field.value ?? '')}
      onChange={(value) => field.onChange(Number(value))}
      onBlur={field.onBlur}
    >
      <Group gap="lg" mt={4}>
        <Text size="sm" c="dimmed" aria-hidden>
          {lowest}
        </Text>
        {LEVELS.map((level) => (
          <Radio
            key={level}
            {...(level === 1 ? { id } : {})}
            value={String(level)}
            label={
              <>
                {level}
                {level === 1 && <span className="visually-hidden">, {lowest}</span>}
                {level === 5 && <span className="visually-hidden">, {highest}</span>}
              </>
            }
          />
        ))}
        <Text size="sm" c="dimmed" aria-hidden>
          {highest}
        </Text>
      </Group>
    </Radio.Group>
  );
}
