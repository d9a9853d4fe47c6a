import { useState } from 'react';
import { Button, Menu } from '@mantine/core';
import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { CommandDialog } from '@/shared/ui/command-dialog';
import { ConfirmDialog } from '@/shared/ui/confirm-dialog';
import { offerUndo } from '@/shared/ui/undo-toast';
import { renderUi } from '@/testing/render';
import { useKeptFocus } from './use-kept-focus';

const NAMES = ['Ефимов', 'Белова'];
type Act = { kind: 'confirm' | 'command'; name: string };

function Page() {
  useKeptFocus();
  const [names, setNames] = useState(NAMES);
  const [asked, setAct] = useState<Act>();
  const [tab, setTab] = useState('a');
  const [isSending, setSending] = useState(false);
  const [noted, setNoted] = useState<string>();
  const close = () => setAct(undefined);
  const leave = (name: string | undefined) => setNames((before) => before.filter((one) => one !== name));

  return (
    <main>
      <h1>Сотрудники</h1>
      <section>
        <h2>Список</h2>
        <ul>
          {names.map((name) => (
            <li key={name}>
              <button onClick={() => setAct({ kind: 'confirm', name })}>{`Снять: ${name}`}</button>
              <button onClick={() => setAct({ kind: 'command', name })}>{`Завершить: ${name}`}</button>
              {noted === name || <button onClick={() => setNoted(name)}>{`Отметить: ${name}`}</button>}
              <button onClick={() => leave(name)}>{`Убрать: ${name}`}</button>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>Ещё</h2>
        <div key={tab}>
          <button onClick={() => setTab('b')}>{`Вкладка ${tab}`}</button>
        </div>
        <Button loading={isSending} onClick={() => setSending(true)}>
          Отправить
        </Button>
        <button onClick={() => offerUndo({ message: 'Сделано', undo: () => Promise.resolve() })}>Сделать</button>
        <Menu withinPortal={false}>
          <Menu.Target>
            <button>Действия</button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item>Ничего</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </section>
      <button onClick={() => setSending(false)}>Отпустить</button>
      <ConfirmDialog
        opened={asked?.kind === 'confirm'}
        title="Снять?"
        confirmLabel="Снять"
        onConfirm={() => leave(asked?.name)}
        onClose={close}
      />
      <CommandDialog
        opened={asked?.kind === 'command'}
        title="Завершить работу"
        submitLabel="Завершить"
        defaults={{}}
        onSend={() => Promise.resolve(leave(asked?.name))}
        onClose={close}
      >
        {() => null}
      </CommandDialog>
    </main>
  );
}

const button = (name: string) => screen.getByRole('button', { name });
const focused = (name: string) => waitFor(() => expect(screen.getByRole('heading', { name })).toHaveFocus());

afterEach(() => {
  vi.useRealTimers();
});

test.each([
  ['confirmed', 'Снять: Ефимов', 'Снять'],
  ['sent by a form', 'Завершить: Ефимов', 'Завершить'],
])('after an act that is %s and takes its row away the focus is at the heading of the list', async (_how, opener, submit) => {
  const { user } = await renderUi(<Page />);
  await user.click(button(opener));
  await user.click(await screen.findByRole('button', { name: submit }));
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  expect(screen.queryByRole('button', { name: opener })).not.toBeInTheDocument();
  await focused('Список');
});

test('a dialog that is given up returns to its opener', async () => {
  const { user } = await renderUi(<Page />);
  await user.click(button('Снять: Ефимов'));
  await user.click(await screen.findByRole('button', { name: 'Отмена' }));
  await waitFor(() => expect(button('Снять: Ефимов')).toHaveFocus());
});

test('an item that removes itself, and a tab that shows something else, leave the focus in their section', async () => {
  const { user } = await renderUi(<Page />);
  await user.click(button('Убрать: Ефимов'));
  await focused('Список');
  await user.click(button('Вкладка a'));
  await focused('Ещё');
});

test('an act that leaves the row stays in it', async () => {
  const { user } = await renderUi(<Page />);
  await user.click(button('Отметить: Белова'));
  await waitFor(() => expect(button('Снять: Белова')).toHaveFocus());
});

test('a button that is off while it sends has the focus again when it is done', async () => {
  const { user } = await renderUi(<Page />);
  await user.click(button('Отправить'));
  button('Отправить').blur();
  button('Отпустить').click();
  await waitFor(() => expect(button('Отправить')).toHaveFocus());
});

test('an item of a menu gives the focus to the button that opened it', async () => {
  const { user } = await renderUi(<Page />);
  await user.click(button('Действия'));
  await user.click(await screen.findByRole('menuitem', { name: 'Ничего' }));
  await waitFor(() => expect(button('Действия')).toHaveFocus());
});

test('the undo of a message returns to where somebody was', async () => {
  const { user } = await renderUi(<Page />);
  await user.click(button('Сделать'));
  await user.click(await screen.findByRole('button', { name: 'Вернуть' }));
  await waitFor(() => expect(screen.queryByText('Сделано')).not.toBeInTheDocument());
  await waitFor(() => expect(button('Сделать')).toHaveFocus());
});

test('whoever clicks on nothing is left alone', async () => {
  const { user } = await renderUi(<Page />);
  button('Сделать').focus();
  await user.click(screen.getByRole('heading', { name: 'Ещё' }));
  vi.useFakeTimers({ shouldAdvanceTime: true });
  button('Отпустить').click();
  await act(() => vi.advanceTimersByTimeAsync(500));
  expect(document.body).toHaveFocus();
});
