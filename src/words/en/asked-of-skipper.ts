import type { AboutMatter, OrderMatter } from '../../questions/question.ts';

/** What people say to Skipper, or ask about it. */
export const saidToSkipper: Readonly<Record<AboutMatter, string>> = {
  thanks: 'Thank you!',
  greeting: 'Hello!',
  goodbye: 'Goodbye!',
  praise: 'Well done!',
  insult: "That wasn't helpful",
  isAi: 'Are you an AI?',
  logged: 'Who can see what I ask?',
  access: 'Who can ask you?',
  reads: 'What do you have access to?',
  maker: 'Who made you?',
  languages: 'Which languages do you understand?',
};

/** What people tell Skipper to do, though it only reads. */
export const orders: Readonly<Record<OrderMatter, (person: string, app: string) => string>> = {
  restart: (_person, app) => `Restart provisioning to ${app}`,
  provisionNow: (person) => `Provision ${person} now`,
  turnOff: (_person, app) => `Turn off provisioning to ${app}`,
  turnOn: (_person, app) => `Turn on provisioning to ${app}`,
  assign: (person, app) => `Assign ${person} to ${app}`,
  unassign: (person, app) => `Remove ${person} from ${app}`,
  createAccount: (person) => `Create an account for ${person}`,
  deleteAccount: (person) => `Delete ${person}'s account`,
  approveDeletions: (_person, app) => `Approve the deletions held for ${app}`,
  resetPassword: (person) => `Reset ${person}'s password`,
  openTicket: () => 'Open a ticket',
  changeSettings: (_person, app) => `Change the settings of ${app}`,
  unlock: (person) => `Unlock ${person}'s account`,
  licence: (person) => `Assign a license to ${person}`,
  other: () => 'Something other than provisioning',
};
