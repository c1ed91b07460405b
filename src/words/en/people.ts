import type { PeopleWords } from '../language-people.ts';
import { changes, changesHeadline, changesWhy } from './changes.ts';
import { manyHeadline, manyNotes, manyWhy, unanswered, uncertain } from './many.ts';
import {
  counted,
  jobNotes,
  limit,
  problemsHeadline,
  problemsNotes,
  problemsRead,
  problemsWhy,
  windowOf,
} from './problems.ts';
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
  jobNotes,
  manyHeadline,
  manyWhy,
  manyNotes,
  uncertain,
  unanswered,
  changes,
  changesHeadline,
  changesWhy,
  overviewHeadline,
  overviewWhy,
  overviewNotes,
  appReason,
  stillActiveStep,
};
