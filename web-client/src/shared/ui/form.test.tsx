import { Controller, useForm } from 'react-hook-form';
import { Button, TextInput } from '@mantine/core';
import { screen, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ApiError } from '@/shared/api/problem';
import { axeFaults } from '@/testing/axe';
import { renderUi } from '@/testing/render';
import { ErrorSummary } from './error-summary';
import { RuDateInput } from './ru-date-input';
import { useFormFaults } from './use-form-faults';

type Values = { topic: string; date: string | null };

function MeetingForm({ send }: { send: (values: Values) => Promise<unknown> }) {
  const form = useForm<Values>({ defaultValues: { topic: '', date: null }, shouldFocusError: false });
  const { submit, summary } = useFormFaults(form, ['topic', 'date']);
  const { errors } = form.formState;

  return (
    <form noValidate onSubmit={(event) => void submit(send)(event)}>
      <ErrorSummary {...summary} />
      <TextInput
        id="topic"
        label="Тема"
        error={errors.topic?.message}
        {...form.register('topic', { required: 'Заполните поле «Тема»' })}
      />
      <Controller
        control={form.control}
        name="date"
        render={({ field }) => (
          <RuDateInput id="date" label="Дата" error={errors.date?.message} {...field} />
        )}
      />
      <Button type="submit">Сохранить</Button>
    </form>
  );
}

const save = () => screen.getByRole('button', { name: 'Сохранить' });

test('a failed attempt moves focus to the summary, and the summary to the field', async () => {
  const send = vi.fn();
  const { user, container } = await renderUi(<MeetingForm send={send} />);
  await user.click(save());

  const summary = await screen.findByRole('alert');
  expect(summary).toHaveFocus();
  expect(summary).toHaveTextContent('Исправьте 1 ошибку');
  await user.click(within(summary).getByRole('link', { name: 'Заполните поле «Тема»' }));
  expect(screen.getByLabelText('Тема')).toHaveFocus();
  expect(send).not.toHaveBeenCalled();
  expect(await axeFaults(container)).toEqual([]);
});

test('what the server refuses stands at its field, the rest in the summary', async () => {
  const errors = { '/date': ['Это выходной день.'], '/pairId': ['У пары уже есть встреча.'] };
  const refuse = () => Promise.reject(new ApiError({ title: 'x', status: 400, errors }));
  const { user } = await renderUi(<MeetingForm send={refuse} />);
  await user.type(screen.getByLabelText('Тема'), 'Разбор урока');
  await user.click(save());

  const summary = await screen.findByRole('alert');
  expect(summary).toHaveTextContent('У пары уже есть встреча.');
  expect(within(summary).getByRole('link')).toHaveTextContent('«Дата»: Это выходной день.');
  expect(screen.getByRole('textbox', { name: 'Дата' })).toHaveAccessibleDescription('Это выходной день.');
  expect(screen.getByLabelText('Тема')).toHaveValue('Разбор урока');
});

test('a date typed the Russian way is sent as YYYY-MM-DD', async () => {
  const send = vi.fn().mockResolvedValue(undefined);
  const { user } = await renderUi(<MeetingForm send={send} />);
  await user.type(screen.getByLabelText('Тема'), 'Разбор урока');
  await user.type(screen.getByRole('textbox', { name: 'Дата' }), '15.12.2026');
  await user.click(save());
  await vi.waitFor(() => expect(send).toHaveBeenCalledWith({ topic: 'Разбор урока', date: '2026-12-15' }));
});
