import type { Fix, Owner, StepId } from '../diagnosis/diagnosis.ts';
import type { NotMineQuestion } from '../questions/question.ts';
import type { NotMineAnswer } from './answer.ts';

/** Who does what Skipper, which only reads, is told to do. Nothing is read for it, so names stay as they were written. */
export function notMine(question: NotMineQuestion): NotMineAnswer {
  const { of, user, app } = question;
  return { kind: 'notMine', question, of, about: { user, app }, fix: stepsFor(question) };
}

/** One row for each order: the compiler asks for the row of one that is added. */
function stepsFor({ of, app }: NotMineQuestion): readonly Fix[] {
  switch (of) {
    case 'restart':
      return [step('restart-provisioning', 'entra-admin')];
    case 'provisionNow':
      return [step('provision-on-demand', 'entra-admin')];
    case 'turnOff':
      return [step('stop-provisioning', 'entra-admin')];
    case 'turnOn':
      return [step('start-provisioning', 'entra-admin')];
    case 'assign':
      return [step('assign-direct-or-group', 'entra-admin')];
    case 'unassign':
      return [step('unassign', 'entra-admin')];
    case 'createAccount':
      return [step('create-user', 'entra-admin'), step('assign-direct-or-group', 'entra-admin')];
    case 'deleteAccount':
      return app === undefined
        ? [step('delete-user', 'entra-admin')]
        : [step('unassign', 'entra-admin'), step('delete-in-app', 'app-owner')];
    case 'approveDeletions':
      return [step('review-held-deletions', 'entra-admin'), step('allow-deletions', 'entra-admin')];
    case 'resetPassword':
      return [step('reset-password', 'helpdesk')];
    case 'openTicket':
      return [step('open-ticket', 'helpdesk'), step('contact-microsoft', 'entra-admin')];
    case 'changeSettings':
      return [step('change-provisioning-settings', 'entra-admin')];
    case 'unlock':
      return [step('unblock-sign-in', 'helpdesk')];
    case 'licence':
      return app === undefined
        ? [step('assign-license', 'entra-admin')]
        : [step('free-license-in-app', 'app-owner'), step('assign-license', 'entra-admin')];
    case 'other':
      return [];
  }
}

function step(id: StepId, owner: Owner): Fix {
  return { step: id, owner };
}
