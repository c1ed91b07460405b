import type { PeopleWords } from '../language-people.ts';
import { counted, limit, problemsHeadline, problemsNotes, problemsRead, problemsWhy, windowOf } from './problems.ts';
import { appReason, overviewHeadline, overviewNotes, overviewWhy, stillActiveStep } from './user-overview.ts';

export const people: PeopleWords = {
  outcomes: { failed: 'Failed', skipped: 'Skipped', held: 'Deletion held' },
  stillActive: 'Still active',
  each: 'each person',
  problemsHeadline,
  problemsWhy,
  problemsNotes,
  problemsRead,
  limit,
  window: windowOf,
  counted,
  overviewHeadline,
  overviewWhy,
  overviewNotes,
  appReason,
  stillActiveStep,
};
