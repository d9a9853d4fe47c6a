import type { Settings, Setup } from './api';

/** The settings as they stand, with some of them changed. */
export function settingsWith({ settings: now }: Setup, change: Partial<Settings>): Settings {
  return {
    version: now.version,
    structure: now.structure,
    structureReason: now.structureReason,
    forms: now.forms,
    incentives: now.incentives,
    coordinatorId: now.coordinatorId,
    reviewEveryMonths: now.reviewEveryMonths,
    nextReviewOn: now.nextReviewOn,
    indicators: now.indicators,
    ...change,
  };
}
