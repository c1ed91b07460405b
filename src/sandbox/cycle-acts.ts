import type { RunState } from './jobs.ts';
import type { Person } from './people.ts';
import type { Stage, Then } from './stage.ts';

/** What an app's cycles so far have left behind. */
export interface Played {
  /** Whom the app refused, to be tried again. */
  waiting: Person[];
  /** Who joined since the tenant was made, and is in the app. */
  present: Person[];
  joined: number;
}

export interface Cycle {
  /** Counts from 1. */
  readonly number: number;
  readonly app: string;
  readonly stage: Stage;
  readonly played: Played;
  /** When its entries are written, and as part of which cycle. */
  readonly writing: Then;
}

/** What one cycle of one app does. `quarantined`: the app refuses the sign-in. `first`: it completes the first cycle. */
export type Act = (
  cycle: Cycle,
) =>
  | { readonly is: 'ran'; readonly state: RunState; readonly first?: boolean }
  | { readonly is: 'quarantined' }
  | { readonly is: 'idle' };

/**
 * The apps that live on, by name. Salesforce has something to tell in every cycle; Zoom loses its sign-in now and then;
 * Slack runs smoothly; Atlassian Cloud completes its first cycle. Whom the demo's questions are about is left alone.
 */
export const acts: Readonly<Record<string, Act>> = {
  Salesforce: (cycle) => {
    settle(cycle);
    switch (cycle.number % 4) {
      case 1:
        create(cycle, join(cycle, 'Sales'));
        create(cycle, join(cycle, 'Sales'));
        refuse(cycle, join(cycle, 'Sales'));
        return { is: 'ran', state: 'EntryLevelErrors' };
      case 2:
        leaveOut(cycle, join(cycle, 'sales'));
        update(cycle);
        return { is: 'ran', state: 'Succeeded' };
      case 3:
        create(cycle, join(cycle, 'Sales'));
        refuse(cycle, join(cycle, 'Sales'));
        refuse(cycle, join(cycle, 'Sales'));
        leave(cycle);
        return { is: 'ran', state: 'EntryLevelErrors' };
      default:
        create(cycle, join(cycle, 'Sales'));
        leaveOut(cycle, join(cycle, 'Sales Operations'));
        return { is: 'ran', state: 'Succeeded' };
    }
  },
  Zoom: (cycle) => {
    const turn = cycle.number % 9;
    if (turn === 5 || turn === 6) return { is: 'quarantined' };
    if (turn % 2 === 1) create(cycle, join(cycle, 'Support'));
    return { is: 'ran', state: 'Succeeded' };
  },
  Slack: (cycle) => {
    create(cycle, join(cycle, 'Engineering'));
    update(cycle);
    if (cycle.number % 5 === 0) leave(cycle);
    return { is: 'ran', state: 'Succeeded' };
  },
  'Atlassian Cloud': (cycle) => {
    if (cycle.number < 3) return { is: 'idle' };
    create(cycle, join(cycle, 'Engineering'));
    return { is: 'ran', state: 'Succeeded', first: cycle.number === 3 };
  },
};

/** Where whoever joins gets the app from. */
const homes: Readonly<Record<string, { readonly group?: string; readonly role: string }>> = {
  Salesforce: { group: 'Sales Team', role: 'Standard User' },
  Zoom: { role: 'Licensed' },
  Slack: { role: 'User' },
  'Atlassian Cloud': { role: 'User' },
};

/** Neither the background's people nor those of the scenarios bear these names. */
const given = [
  'Wren',
  'Juno',
  'Caspian',
  'Odessa',
  'Ludo',
  'Saskia',
  'Teodor',
  'Imke',
  'Basil',
  'Yara',
  'Corin',
  'Maeve',
];
const family = [
  'Ashdown',
  'Bellweather',
  'Castellan',
  'Drummond',
  'Eastlake',
  'Fairbourne',
  'Greaves',
  'Hollis',
  'Inglewood',
  'Jardine',
  'Kestrel',
];

/** Somebody new in that department, assigned as everybody there is. */
function join({ app, stage, played }: Cycle, department: string): Person {
  const count = played.joined++;
  // Eleven and twelve have no common factor: all pairs come before one comes again.
  const place = count + app.length * 17;
  const first = given[place % given.length] ?? '';
  const last = family[place % family.length] ?? '';
  const nickname = `${first}.${last}.${app.slice(0, 2)}${count}`.toLowerCase();
  const joiner = stage.hire(`${first} ${last}`, { mailNickname: nickname, department });
  const home = homes[app];
  if (home?.group) stage.directory.addMember(home.group, joiner.id);
  else if (home) stage.assign(app, joiner, home.role, 0);
  return joiner;
}

function create({ app, stage, played, writing }: Cycle, who: Person): void {
  stage.log(app, who, 0, { is: 'created' }, writing);
  played.present.push(who);
}

function refuse({ app, stage, played, writing }: Cycle, who: Person): void {
  const reason = 'LICENSE_LIMIT_EXCEEDED: You have no remaining Salesforce licenses to assign.';
  stage.log(app, who, 0, { is: 'failed', code: 'SalesforceLicenseLimitExceeded', reason }, writing);
  played.waiting.push(who);
}

/** A department that the filter does not let through. */
function leaveOut({ app, stage, writing }: Cycle, who: Person): void {
  stage.log(app, who, 0, { is: 'notEntitled' }, writing);
}

/** Licences were bought: whoever was refused before is created now. */
function settle(cycle: Cycle): void {
  const { played } = cycle;
  for (const who of played.waiting.splice(0, Math.max(0, played.waiting.length - 1))) create(cycle, who);
  const [late] = played.waiting;
  if (late) {
    const { app, stage, writing } = cycle;
    const reason = 'LICENSE_LIMIT_EXCEEDED: You have no remaining Salesforce licenses to assign.';
    stage.log(app, late, 0, { is: 'failed', code: 'SalesforceLicenseLimitExceeded', reason, retries: 1 }, writing);
  }
}

function update({ app, stage, played, writing, number }: Cycle): void {
  const who = played.present[number % Math.max(1, played.present.length)];
  if (!who) return;
  const title = `Specialist, level ${1 + (number % 5)}`;
  stage.directory.changePerson(who.id, { jobTitle: title });
  stage.log(app, who, 0, { is: 'updated', property: 'title', from: who.jobTitle, to: title }, writing);
}

/** Somebody leaves the company: the account is disabled in Entra and in the app. */
function leave({ app, stage, played, writing }: Cycle): void {
  const who = played.present.shift();
  if (!who) return;
  const gone = stage.directory.changePerson(who.id, { accountEnabled: false });
  stage.log(app, gone, 0, { is: 'disabled' }, writing);
}
