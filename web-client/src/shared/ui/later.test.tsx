import { useState } from 'react';
import { Button, Modal } from '@mantine/core';
import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { renderUi } from '@/testing/render';
import { dialogLater, later } from './later';

type Props = { opened: boolean; onClose: () => void };
const Hello = ({ opened, onClose }: Props) => (
  <Modal opened={opened} onClose={onClose} title="Привет">
    <Button onClick={onClose}>Понятно</Button>
  </Modal>
);

function Page({ Dialog }: { Dialog: typeof Hello }) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button onClick={() => setOpened(true)}>Открыть</Button>
      <Dialog opened={opened} onClose={() => setOpened(false)} />
    </>
  );
}

test('a dialog is asked for when it first opens, and gives the focus back each time', async () => {
  const load = vi.fn(() => Promise.resolve(Hello));
  const { user } = await renderUi(<Page Dialog={dialogLater(load)} />);
  expect(load).not.toHaveBeenCalled();

  const opener = screen.getByRole('button', { name: 'Открыть' });
  for (let time = 0; time < 2; time++) {
    await user.click(opener);
    await user.click(await screen.findByRole('button', { name: 'Понятно' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    await waitFor(() => expect(opener).toHaveFocus());
  }
  expect(load).toHaveBeenCalledOnce();
});

test('a dialog that takes its time says that it is on its way', async () => {
  let arrive: (dialog: typeof Hello) => void = () => {};
  const { user } = await renderUi(<Page Dialog={dialogLater(() => new Promise<typeof Hello>((resolve) => (arrive = resolve)))} />);

  await user.click(screen.getByRole('button', { name: 'Открыть' }));
  expect(await screen.findByText('Загрузка…')).toBeInTheDocument();
  arrive(Hello);
  expect(await screen.findByRole('dialog')).toBeInTheDocument();
});

test('a dialog that did not arrive says so, and opens when it is asked for again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const load = vi.fn<() => Promise<typeof Hello>>().mockRejectedValueOnce(new TypeError('Failed to fetch')).mockResolvedValue(Hello);
  const { user } = await renderUi(<Page Dialog={dialogLater(load)} />);

  await user.click(screen.getByRole('button', { name: 'Открыть' }));
  expect(await screen.findByText(/Часть страницы не загрузилась/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', { name: 'Открыть' }));
  expect(await screen.findByRole('dialog')).toBeInTheDocument();
});

test('a part that did not arrive leaves the rest of the page, and is asked for again', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const load = vi
    .fn<() => Promise<() => string>>()
    .mockRejectedValueOnce(new TypeError('Failed to fetch'))
    .mockResolvedValue(() => 'Готово');
  const Part = later(load);
  const { user } = await renderUi(
    <>
      <h1>Страница</h1>
      <Part />
    </>,
  );

  await user.click(await screen.findByRole('button', { name: 'Повторить' }));
  expect(await screen.findByText('Готово')).toBeInTheDocument();
  expect(screen.getByRole('heading')).toBeInTheDocument();
});
