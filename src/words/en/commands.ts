import type { QuestionKind } from '../../questions/question.ts';

/** Kinds that Teams doesn't suggest, for it shows twelve: those that are like others, small talk, and what Skipper doesn't do. */
type Unsuggested = 'about' | 'notMine' | 'explainMany' | 'appChanges';

/** What Teams shows beside each command that it suggests: one line a kind of question. */
const suggested: Readonly<Record<Exclude<QuestionKind, Unsuggested>, string>> = {
  explain: 'Why a person or group was skipped or failed in an app, with the proof and the fix',
  userOverview: 'Where somebody is provisioned, and where not',
  appStatus: 'How an app is doing: its last cycle, its progress, what stops it',
  appProblems: 'Who failed or was skipped in an app, by cause',
  overview: 'Which apps have problems, worst first',
  credentials: 'What is wrong with the credentials of an app, and where to renew them',
  meaning: 'What a code, a message or a pasted log entry means',
  topic: 'How provisioning works: cycles, groups, filters, quarantine',
  watch: 'Tell this conversation when a cycle of an app completes',
  unwatch: 'Stop telling this conversation',
  watching: 'What this conversation is told about',
  help: 'What can be asked',
};

/** By kind; a kind that Teams doesn't suggest has no line. */
export const commands: Readonly<Partial<Record<QuestionKind, string>>> = suggested;
