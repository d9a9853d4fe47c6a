import { expect, test } from 'vitest';
import { activeAssignment } from '@/shared/api/active-assignment';
import { createQueryClient } from '@/shared/api/query-client';
import { http, HttpResponse, problem, server } from '@/testing/server';
import { me } from './api';

const answer = { accountId: '1', name: 'Ким', assignments: [], permissions: [], twoFactorEnabled: false };

function onMe(heldId: string) {
  const asked: (string | null)[] = [];
  server.use(
    http.get('*/api/v1/me', ({ request }) => {
      const id = request.headers.get('mentoring-assignment');
      asked.push(id);
      const held = id === null || id === heldId;
      return held ? HttpResponse.json(answer) : problem(403, { code: 'caller.assignment-not-held' });
    }),
  );
  return asked;
}

test('works in the role that the tab remembers', async () => {
  onMe('a1');
  activeAssignment.set('a1');
  const current = await createQueryClient().ensureQueryData(me.current());
  expect(current.activeAssignmentId).toBe('a1');
});

test('a remembered role that has ended is forgotten', async () => {
  const asked = onMe('a1');
  activeAssignment.set('gone');
  const current = await createQueryClient().ensureQueryData(me.current());
  expect(asked).toEqual(['gone', null]);
  expect(current.activeAssignmentId).toBeUndefined();
  expect(activeAssignment.get()).toBeUndefined();
});
