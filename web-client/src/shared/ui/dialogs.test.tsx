import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { act as inReact, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { ApiError } from '@/shared/api/problem';
import { renderUi } from '@/testing/render';
import { CommandDialog } from './command-dialog';
import { ConfirmDialog } from './confirm-dialog';
import { useStaleDialog } from './stale-dialog';
import { useRefreshingAct } from './use-refreshing-act';
import { undoable } from './undo-toast';

afterEach(() => {
  vi.useRealTimers();
});

const pass = (ms: number) => inReact(() => vi.advanceTimersByTimeAsync(ms));

test('a return asks for its reason and keeps the dialog open when the server refuses', async () => {
  const onClose = vi.fn();
  const onConfirm = vi
    .fn()
    .mockRejectedValueOnce(new ApiError({ title: 'x', status: 409, detail: 'Уже согласована.' }))
    .mockResolvedValueOnce(undefined);
  const { user } = await renderUi(
    <ConfirmDialog opened title="Вернуть?" confirmLabel="Вернуть" askReason onConfirm={onConfirm} onClose={onClose} />,
  );

  const confirm = await screen.findByRole('button', { name: 'Вернуть' });
  await user.click(confirm);
  expect(screen.getByText('Укажите причину')).toBeInTheDocument();
  expect(onConfirm).not.toHaveBeenCalled();

  await user.type(screen.getByRole('textbox', { name: /Причина/ }), ' Нет целей ');
  await user.click(confirm);
  expect(await screen.findByRole('alert')).toHaveTextContent('Уже согласована.');
  expect(onClose).not.toHaveBeenCalled();

  await user.click(confirm);
  await vi.waitFor(() => expect(onClose).toHaveBeenCalledOnce());
  expect(await screen.findByText('Вернуть: готово')).toBeInTheDocument();
  expect(onConfirm).toHaveBeenLastCalledWith('Нет целей');
});

test.each([
  ['says so', {}, 1],
  ['leaves the word to whoever sent it', { silent: true }, 0],
  ['says nothing where the dialog stays', { done: false }, 0],
])('a form that is sent %s', async (_how, { silent = false, done = true }: { silent?: boolean; done?: boolean }, words) => {
  notifications.clean();
  const onSend = vi.fn().mockResolvedValue(done);
  const { user } = await renderUi(
    <CommandDialog opened title="Новая задача" submitLabel="Добавить" defaults={{}} silent={silent} onSend={onSend} onClose={() => {}}>
      {() => null}
    </CommandDialog>,
  );
  await user.click(await screen.findByRole('button', { name: 'Добавить' }));
  await vi.waitFor(() => expect(onSend).toHaveBeenCalledOnce());
  await vi.waitFor(() => expect(screen.getByRole('button', { name: 'Добавить' })).toBeEnabled());
  expect(screen.queryAllByText('Новая задача: готово')).toHaveLength(words);
});

test('a button without a form says what was done', async () => {
  function Card() {
    const { attempt } = useRefreshingAct(() => Promise.resolve());
    return <Button onClick={() => attempt(() => Promise.resolve(), 'Отозвать')}>Отозвать</Button>;
  }
  const { user } = await renderUi(<Card />);
  await user.click(screen.getByRole('button', { name: 'Отозвать' }));
  expect(await screen.findByText('Отозвать: готово')).toBeInTheDocument();
});

test('a stale version offers the new one, any other failure goes on', async () => {
  const reload = vi.fn();
  const failures: unknown[] = [];
  function Form({ status }: { status: number }) {
    const { guard, dialog } = useStaleDialog(reload);
    const send = () =>
      guard(() => Promise.reject(new ApiError({ title: 'x', status }))).catch((error: unknown) =>
        failures.push(error),
      );
    return (
      <>
        {dialog}
        <Button onClick={() => void send()}>{`Отправить ${status}`}</Button>
      </>
    );
  }
  const { user } = await renderUi(
    <>
      <Form status={412} />
      <Form status={409} />
    </>,
  );

  await user.click(screen.getByRole('button', { name: 'Отправить 409' }));
  expect(failures).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Отправить 412' }));
  expect(failures).toHaveLength(1);
  await user.click(await screen.findByRole('button', { name: 'Показать новую версию' }));
  expect(reload).toHaveBeenCalledOnce();
});

test('what was undone in time is never sent', async () => {
  const act = vi.fn().mockResolvedValue(undefined);
  const restore = vi.fn();
  const { user } = await renderUi(
    <Button onClick={() => undoable({ message: 'Черновик удалён', act, restore })}>Удалить</Button>,
  );

  await user.click(screen.getByRole('button', { name: 'Удалить' }));
  await user.click(await screen.findByRole('button', { name: 'Вернуть' }));
  await vi.waitFor(() => expect(screen.queryByText('Черновик удалён')).not.toBeInTheDocument());
  expect(restore).toHaveBeenCalledOnce();
  expect(act).not.toHaveBeenCalled();
});

test('what was not undone is sent after six seconds, and a failure brings the screen back', async () => {
  const act = vi.fn().mockRejectedValue(new ApiError({ title: 'x', status: 409, detail: 'Нельзя.' }));
  const restore = vi.fn();
  await renderUi(
    <Button onClick={() => undoable({ message: 'Черновик удалён', act, restore })}>Удалить</Button>,
  );

  vi.useFakeTimers({ shouldAdvanceTime: true });
  fireEvent.click(screen.getByRole('button', { name: 'Удалить' }));
  await pass(5_900);
  expect(act).not.toHaveBeenCalled();
  await pass(300);
  expect(act).toHaveBeenCalledOnce();
  expect(restore).toHaveBeenCalledOnce();
  expect(await screen.findByText('Нельзя.')).toBeInTheDocument();
});
