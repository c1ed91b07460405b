import type { Scenario } from './scenario.ts';
import { appScenarios } from './scenarios-app.ts';
import { appErrorScenarios } from './scenarios-app-errors.ts';
import { beyondScenarios } from './scenarios-beyond.ts';
import { cycleScenarios } from './scenarios-cycle.ts';
import { gateScenarios } from './scenarios-gates.ts';
import { jobScenarios } from './scenarios-job.ts';
import { peopleScenarios } from './scenarios-people.ts';
import { resultScenarios } from './scenarios-results.ts';

/** Everything that the tenant is known to hold, each with the answer that is true. */
export const scenarios: readonly Scenario[] = [
  ...gateScenarios,
  ...resultScenarios,
  ...appScenarios,
  ...appErrorScenarios,
  ...jobScenarios,
  ...cycleScenarios,
  ...beyondScenarios,
  ...peopleScenarios,
];

/** Questions for a first look at the demo. */
export const demoQuestions = [
  'why was alice skipped in Salesforce?',
  'did carol make it into Slack?',
  'why is monica missing in CRM?',
] as const;
