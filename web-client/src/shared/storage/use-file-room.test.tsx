import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderUi } from '@/testing/render';
import { http, HttpResponse, server } from '@/testing/server';
import { useFileRoom } from './use-file-room';

const MB = 1024 ** 2;
const share = { used: 0, limit: 512 * MB };
const room = (left: number, takesFiles = true) =>
  http.get('*/api/v1/storage/room', ({ request }) => {
    expect(new URL(request.url).searchParams.get('programId')).toBe('p1');
    return HttpResponse.json({ person: share, program: share, organization: share, left, largestFile: 20 * MB, takesFiles });
  });

function Probe({ megabytes }: { megabytes: number }) {
  const { hint, fault } = useFileRoom({ programId: 'p1' });
  const file = new File([], 'план.pdf');
  Object.defineProperty(file, 'size', { value: megabytes * MB });
  return <p>{`${hint ?? '…'} | ${fault(file) ?? 'помещается'}`}</p>;
}

test('a file that does not fit is refused before it is sent', async () => {
  server.use(room(12.56 * MB));
  await renderUi(<Probe megabytes={19} />);
  expect(await screen.findByText(/Осталось места: 12,5 МБ \| Файл не поместится: в нём 19 МБ, а осталось 12,5 МБ/)).toBeInTheDocument();
});

test('a file that fits is sent', async () => {
  server.use(room(500 * MB));
  await renderUi(<Probe megabytes={19} />);
  expect(await screen.findByText('Осталось места: 500 МБ | помещается')).toBeInTheDocument();
});

test('while the platform is short of room no file is sent', async () => {
  server.use(room(0, false));
  await renderUi(<Probe megabytes={1} />);
  expect(await screen.findByText(/Файлы сейчас не принимаются.*\| Файлы сейчас не принимаются/)).toBeInTheDocument();
});

test('when nobody tells how much is left, the server decides', async () => {
  server.use(http.get('*/api/v1/storage/room', () => new HttpResponse(null, { status: 403 })));
  await renderUi(<Probe megabytes={19} />);
  expect(await screen.findByText('… | помещается')).toBeInTheDocument();
});
