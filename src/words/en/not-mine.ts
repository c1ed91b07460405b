import type { Owner } from '../../diagnosis/diagnosis.ts';
import type { OrderMatter } from '../../questions/question.ts';
import type { Said, Told } from '../language.ts';
import type { Link } from '../worded.ts';
import { app, sentences, who } from './say.ts';
import { docs } from './topics/links.ts';

interface Order {
  /** "restart provisioning to Salesforce": what Skipper can't do. */
  readonly what: (told: Told) => string;
  readonly links: readonly Link[];
}

const licenses: Link = {
  title: 'Assign licenses to users',
  url: 'https://learn.microsoft.com/microsoft-365/admin/manage/assign-licenses-to-users',
};

const orders: Readonly<Record<Exclude<OrderMatter, 'other'>, Order>> = {
  restart: { what: (told) => `restart provisioning to ${app(told)}`, links: [docs.restart] },
  provisionNow: { what: (told) => `provision ${who(told)} now`, links: [docs.onDemand] },
  turnOff: { what: (told) => `turn off provisioning to ${app(told)}`, links: [docs.setUp] },
  turnOn: { what: (told) => `turn on provisioning to ${app(told)}`, links: [docs.setUp] },
  assign: { what: (told) => `assign ${who(told)} to ${app(told)}`, links: [docs.howItWorks] },
  unassign: { what: (told) => `remove ${who(told)} from ${app(told)}`, links: [docs.howItWorks] },
  createAccount: { what: (told) => `create an account for ${who(told)}`, links: [docs.howItWorks] },
  deleteAccount: { what: (told) => `delete ${who(told)}'s account`, links: [docs.howItWorks] },
  approveDeletions: { what: (told) => `approve the deletions held for ${app(told)}`, links: [docs.accidental] },
  resetPassword: { what: (told) => `reset ${who(told)}'s password`, links: [] },
  openTicket: { what: () => 'open a ticket', links: [] },
  changeSettings: { what: (told) => `change the settings of ${app(told)}`, links: [docs.mappings, docs.filters] },
  unlock: { what: (told) => `unlock ${who(told)}'s account`, links: [] },
  licence: { what: (told) => `assign a license to ${who(told)}`, links: [licenses] },
};

const whoCan: Readonly<Record<Owner, string>> = {
  helpdesk: 'Your helpdesk can do that',
  'entra-admin': 'An Entra admin can do that',
  'app-owner': "The app's owner can do that",
  hr: 'HR can do that',
  microsoft: 'Microsoft can do that',
};

/** That Skipper only reads, and who does what it was told to do; or that it is about another matter altogether. */
export function notMine(
  of: OrderMatter,
  owner: Owner | undefined,
  told: Told,
): Said & { readonly links: readonly Link[] } {
  if (of === 'other') {
    return {
      headline: "That's not something I can help with",
      text: "I answer questions about provisioning: why someone isn't in an app, how an app is doing, and what an error means.",
      links: [],
    };
  }
  const { what, links } = orders[of];
  return {
    headline: `I'm read-only, so I can't ${what(told)}`,
    text: sentences(owner && whoCan[owner], "Here's how"),
    links,
  };
}

export const notMineExamples: readonly string[] = [
  'why was alice skipped in Salesforce?',
  'how is Salesforce doing?',
  'which apps have problems?',
];

export const askInstead = {
  explain: (told: Told) => `Find out why ${who(told)} isn't in ${app(told)}`,
  person: (told: Told) => `See which apps ${who(told)} is in`,
  app: (told: Told) => `Show the status of ${app(told)}`,
} as const;
