import { render, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { QrCode } from './qr-code';

test('draws the three finders inside a quiet border of four modules', () => {
  render(<QrCode text="otpauth://totp/a?secret=B" label="QR" />);
  const svg = screen.getByRole('img', { name: 'QR' });
  const side = Number(svg.getAttribute('viewBox')?.split(' ')[2]);
  const path = svg.querySelector('path')?.getAttribute('d') ?? '';
  const dark = (x: number, y: number) => path.includes(`M${x} ${y}h`);

  for (const [x, y] of [[4, 4], [side - 11, 4], [4, side - 11]] as const) {
    expect([0, 1, 2, 3, 4, 5, 6].map((step) => dark(x + step, y))).toEqual(Array(7).fill(true));
    expect(dark(x + 1, y + 1)).toBe(false);
    expect(dark(x + 3, y + 3)).toBe(true);
  }
  expect([0, 1, 2, 3].some((edge) => dark(edge, 10) || dark(10, edge))).toBe(false);
});
