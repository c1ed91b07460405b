import { hourMs, iso } from './moment.ts';
import type { Outcome } from './outcomes.ts';
import { type Scenario, scenario } from './scenario.ts';
import { retryTail } from './sentences.ts';
import type { Stage } from './stage.ts';

/** What the last cycles of Salesforce did, so that there is something to report on. */
const app = 'Salesforce';

const noLicence = {
  is: 'failed',
  code: 'SalesforceLicenseLimitExceeded',
  reason: 'The number of licences of the type Salesforce is exhausted.',
} as const;

function retried(stage: Stage, times: number): string {
  return `${noLicence.reason}\r\n${retryTail(times, iso(stage.now + hourMs))}`;
}

/** Somebody in Sales, assigned a while ago, with outcomes by how many cycles ago they were. */
function inSales(
  stage: Stage,
  name: string,
  outcomes: readonly (readonly [cyclesAgo: number, outcome: Outcome])[],
): void {
  const [mailNickname = name] = name.toLowerCase().split(' ');
  const person = stage.hire(name, { mailNickname, department: 'Sales' });
  stage.assign(app, person, 'Standard User', 9);
  for (const [cyclesAgo, outcome] of outcomes) stage.log(app, person, 0, outcome, { at: stage.inRun(app, cyclesAgo) });
}

export const cycleScenarios: readonly Scenario[] = [
  scenario(
    {
      id: 'cycle-created',
      user: 'ottoline@contoso.com',
      app,
      question: 'did ottoline make it into Salesforce?',
      verdict: 'provisioned',
      cause: 'provisioned',
      expected: true,
      note: 'created in the last cycle',
    },
    (stage) => inSales(stage, 'Ottoline Fairweather', [[0, { is: 'created' }]]),
  ),
  scenario(
    {
      id: 'cycle-updated',
      user: 'perpetua@contoso.com',
      app,
      question: 'is perpetua in Salesforce?',
      verdict: 'provisioned',
      cause: 'provisioned',
      expected: true,
      note: 'created some cycles ago, updated in the last one',
    },
    (stage) =>
      inSales(stage, 'Perpetua Lindqvist', [
        [0, { is: 'updated', property: 'Title', from: 'Support Specialist', to: 'Support Lead' }],
        [3, { is: 'created' }],
      ]),
  ),
  scenario(
    {
      id: 'cycle-new-failure',
      user: 'casimir@contoso.com',
      app,
      question: 'why is casimir not in Salesforce?',
      verdict: 'failed',
      cause: 'license-limit',
      expected: false,
      note: 'failed for the first time in the last cycle',
    },
    (stage) => inSales(stage, 'Casimir Vance', [[0, noLicence]]),
  ),
  scenario(
    {
      id: 'cycle-old-failure',
      user: 'leopold@contoso.com',
      app,
      question: 'why is leopold not in Salesforce?',
      verdict: 'failed',
      cause: 'license-limit',
      expected: false,
      note: 'failed four cycles ago, and again when it was retried in the last one',
    },
    (stage) =>
      inSales(stage, 'Leopold Achterberg', [
        [0, { ...noLicence, retries: 2, reason: retried(stage, 2) }],
        [2, { ...noLicence, retries: 1, reason: retried(stage, 1) }],
        [4, noLicence],
      ]),
  ),
];
