import type { AccuracyCase } from './case.ts';
import { appErrorCases } from './cases/app-errors.ts';
import { appCases } from './cases/apps.ts';
import { attributeCases } from './cases/attributes.ts';
import { elsewhereCases } from './cases/elsewhere.ts';
import { filterCases } from './cases/filters.ts';
import { gateCases } from './cases/gates.ts';
import { jobCases } from './cases/jobs.ts';
import { meaningCases } from './cases/meanings.ts';
import { nameCases } from './cases/names.ts';
import { oddCases } from './cases/odd-entries.ts';
import { outcomeCases } from './cases/outcomes.ts';
import { pastedCases } from './cases/pasted.ts';
import { peopleCases } from './cases/people.ts';
import { smallTalkCases, topicCases } from './cases/topics.ts';
import { whomCases } from './cases/whom.ts';

/** The labelled set. Labels rest on the documented facts, never on what the code happens to answer. */
export const cases: readonly AccuracyCase[] = [
  ...gateCases,
  ...filterCases,
  ...attributeCases,
  ...appErrorCases,
  ...jobCases,
  ...appCases,
  ...outcomeCases,
  ...elsewhereCases,
  ...oddCases,
  ...nameCases,
  ...meaningCases,
  ...whomCases,
  ...pastedCases,
  ...peopleCases,
  ...topicCases,
  ...smallTalkCases,
];
