import { useMemo, useState } from 'react';
import type { Candidate, LeftOut, Mentee, Run, Score } from './api';

/** A pair that the curator thinks of; nobody has been asked. */
export type DraftPair = {
  menteeId: string;
  menteeName: string;
  mentorId: string;
  mentorName: string;
  /** Where the mentor works, when it is another school. */
  elsewhere?: string;
  groupId: string | null;
  score: Score;
};

const pairOf = (mentee: Mentee, candidate: Candidate): DraftPair => ({
  menteeId: mentee.personId,
  menteeName: mentee.name,
  mentorId: candidate.mentorId,
  mentorName: candidate.name,
  groupId: candidate.groupId,
  score: candidate.score,
});

/** The pairs of a proposal that can still be asked: of mentees who wait, without an open request between the two. */
export const pairsOf = (run: Run, organizationId: string, waiting: ReadonlySet<string>): DraftPair[] =>
  run.pairs
    .filter((pair) => !pair.sent && waiting.has(pair.menteeId))
    .map(({ menteeId, menteeName, mentorId, mentorName, mentorOrganizationId, mentorOrganizationName, groupId, score }) => ({
      menteeId,
      menteeName,
      mentorId,
      mentorName,
      groupId,
      score,
      ...(mentorOrganizationId === organizationId ? {} : { elsewhere: mentorOrganizationName }),
    }));

/** The draft of the third column: one mentor a mentee, tried out on the screen alone. */
export function useDraft() {
  const [pairs, setPairs] = useState<readonly DraftPair[]>([]);
  const [leftOut, setLeftOut] = useState<readonly LeftOut[]>([]);

  return useMemo(() => {
    const byMentee = new Map(pairs.map((pair) => [pair.menteeId, pair]));
    return {
      pairs,
      byMentee,
      left: new Map(leftOut.map((one) => [one.menteeId, one])),
      /** How many of the draft take a place of the mentor's own. */
      takenOf: (mentorId: string) => pairs.filter((pair) => pair.mentorId === mentorId && !pair.groupId).length,
      seatsOf: (groupId: string) => pairs.filter((pair) => pair.groupId === groupId).length,
      add: (mentee: Mentee, candidate: Candidate) =>
        setPairs((before) => [...before.filter((pair) => pair.menteeId !== mentee.personId), pairOf(mentee, candidate)]),
      remove: (menteeId: string) => setPairs((before) => before.filter((pair) => pair.menteeId !== menteeId)),
      show: (next: readonly DraftPair[], out: readonly LeftOut[]) => {
        setPairs(next);
        setLeftOut(out);
      },
      clear: () => setPairs([]),
    };
  }, [pairs, leftOut]);
}

export type Draft = ReturnType<typeof useDraft>;
