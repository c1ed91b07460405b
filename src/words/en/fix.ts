import type { Fix, StepId } from '../../diagnosis/diagnosis.ts';
import { cut } from '../clean.ts';
import type { StepWords, Told } from '../language.ts';
import { clauseNotation, decisive } from './clauses.ts';
import { codeWords } from './code-words.ts';
import { fill } from './codes/fill.ts';
import { paths } from './codes/paths.ts';
import { app, quoted, who } from './say.ts';

/** A step of the fix: one of ours, or one of a documented code. */
export function step(fix: Fix, told: Told): StepWords | undefined {
  if ('step' in fix) return steps[fix.step](told);
  const text = codeWords(fix.code, told)?.steps[fix.index];
  if (text === undefined) return undefined;
  return { text, place: text.includes('Users and groups') ? 'app-users' : 'app-provisioning' };
}

const steps: Readonly<Record<StepId, (told: Told) => StepWords>> = {
  'nothing-to-do': (told) => ({ text: nothingToDo(told) }),
  'wait-next-cycle': (told) => ({
    text: `Wait for the next cycle${nextCycle(told)}, then check again`,
    after: 'Its log entry can take some minutes more to appear',
  }),
  'wait-initial-cycle': (told) => ({
    text: `Wait until the first cycle of ${app(told)} is complete`,
    menu: menu(paths.provisioning, told),
    after: 'The page shows how far it is; 20 minutes to several hours, depending on how many people there are',
    place: 'app-provisioning',
  }),
  'wait-log': () => ({
    text: 'Wait some minutes and check again: log entries appear with a delay',
    after: 'Nothing has to be changed for that',
  }),
  'assign-direct-or-group': (told) => ({
    text: `Assign ${who(told)} to ${app(told)}, or add ${who(told)} as a direct member to a group that is assigned`,
    menu: menu(paths.assignments, told),
    after: `${capitalNext(told)} creates the account`,
    place: 'app-users',
  }),
  'assign-inner-group-or-add-member': (told) => {
    const [group] = told.diagnosis.assignment.groups;
    const inner = group?.via ? `Assign the group ${quoted(group.via, 60)} itself` : 'Assign the inner group itself';
    const outer = group ? quoted(group.name, 60) : 'the assigned group';
    return {
      text: `${inner}, or add ${who(told)} as a direct member to ${outer}`,
      menu: menu(paths.assignments, told),
      after: `${capitalNext(told)} picks it up`,
      place: 'app-users',
    };
  },
  'assign-with-role': (told) => ({
    text: `Change the assignment of ${who(told)} to a role of ${app(told)} that entitles, not the default access role`,
    menu: `${menu(paths.assignments, told)} > Edit assignment > Select a role`,
    after: `${capitalNext(told)} applies it`,
    place: 'app-users',
  }),
  'remove-extra-role': (told) => ({
    text: `Remove the assignments of ${who(told)} that are not wanted, so that one role is left`,
    menu: menu(paths.assignments, told),
    after: `${capitalNext(told)} writes the role that is left`,
    place: 'app-users',
  }),
  reassign: (told) => ({
    text: `Remove the assignment of ${who(told)} (or of the group that brings it), and assign again`,
    menu: menu(paths.assignments, told),
    after: `Entra writes a new record; allow some minutes, and ${nextCycleNoun(told)} provisions. Removing a group's assignment affects its other members too`,
    place: 'app-users',
  }),
  'enable-account': (told) => ({
    text: `Enable the account of ${who(told)}, if it is meant to be in use`,
    menu: `${menu(paths.users, told)} > ${cut(told.subject.name, 60)} > Edit properties > Settings > Account enabled`,
    after: `${capitalNext(told)} provisions it. An account that comes from on-premises AD is enabled there`,
    place: 'subject',
  }),
  'restore-account': (told) => ({
    text: `Restore ${who(told)}, if the deletion was not wanted`,
    menu: told.subject.type === 'group' ? 'Entra ID > Groups > Deleted groups' : 'Entra ID > Users > Deleted users',
    after: `Possible for 30 days after the deletion; ${nextCycleNoun(told)} provisions it again`,
  }),
  'correct-attribute-for-filter': (told) => {
    const [clause] = decisive(told.diagnosis);
    const wanted = clause?.wanted.map((one) => quoted(one, 60)).join(' or ');
    const attribute = clause ? cut(clause.attribute, 60) : 'the attribute that the filter looks at';
    const plain = clause !== undefined && clause.operator.trim().toUpperCase() === 'EQUALS' && wanted !== '';
    return {
      text: plain
        ? `If the value is wrong, set ${attribute} of ${who(told)} to ${wanted}, exactly so`
        : `If the value is wrong, correct ${attribute} of ${who(told)}${clause ? ` so that it passes ${clauseNotation(clause)}` : ''}`,
      menu:
        told.subject.type === 'user'
          ? `${menu(paths.users, told)} > ${cut(told.subject.name, 60)} > Edit properties`
          : undefined,
      after: `In the HR system or on-premises AD where the value comes from there; ${nextCycleNoun(told)} reads it`,
      place: 'subject',
    };
  },
  'change-filter': (told) => ({
    text: `If ${who(told)} belongs in ${app(told)} as things are, widen the scoping filter`,
    menu: filterMenu(told),
    after: 'Saving starts a new initial cycle for everybody, and whoever then falls out of scope is disabled',
    place: 'app-provisioning',
  }),
  'review-filter': (told) => ({
    text: `Compare the scoping filter of ${app(told)} with the attributes of ${who(told)}`,
    menu: filterMenu(told),
    after: 'Provision on demand shows the result of each clause, and really writes where it passes',
    place: 'app-provisioning',
  }),
  'fill-required-attribute': (told) => {
    const empty =
      told.diagnosis.property?.sources.filter((source) => source.empty === true).map(({ name }) => cut(name, 60)) ?? [];
    const feeding = told.diagnosis.property?.sources.map(({ name }) => cut(name, 60)) ?? [];
    const names = empty.length > 0 ? empty : feeding;
    const what = names.length > 0 ? told.clock.all(names) : 'the attribute that feeds it';
    return {
      text: empty.length > 0 ? `Fill ${what} for ${who(told)}` : `Fill or correct ${what} for ${who(told)}`,
      menu:
        told.subject.type === 'user'
          ? `${menu(paths.users, told)} > ${cut(told.subject.name, 60)} > Edit properties`
          : undefined,
      after: `In the HR system or on-premises AD where the value comes from there; ${nextCycleNoun(told)} tries again`,
      place: 'subject',
    };
  },
  'add-mapping-default': (told) => ({
    text: `Or give the mapping of ${target(told)} a default value, if one value fits everybody who has none`,
    menu: `${menu(paths.mappings, told)} > ${target(told)} > Default value if null`,
    after: 'Saving starts a new initial cycle',
    place: 'app-provisioning',
  }),
  'map-required-attribute': (told) => ({
    text: `Map ${target(told)} to an attribute that everybody in scope has`,
    menu: `${menu(paths.mappings, told)} > Add New Mapping`,
    after: 'Saving starts a new initial cycle',
    place: 'app-provisioning',
  }),
  'fill-matching-attribute': (told) => {
    const sources = told.diagnosis.matching?.sources.map(({ name }) => cut(name, 60)) ?? [];
    const what = sources.length > 0 ? told.clock.any(sources) : 'the matching attribute';
    return {
      text: `Fill ${what} for ${who(told)}`,
      menu:
        told.subject.type === 'user'
          ? `${menu(paths.users, told)} > ${cut(told.subject.name, 60)} > Edit properties`
          : undefined,
      after: `Once it holds a value, ${nextCycleNoun(told)} reads ${who(told)} again`,
      place: 'subject',
    };
  },
  'change-matching-attribute': (told) => ({
    text: 'Or choose a matching attribute that everybody in scope has and nobody shares',
    menu: `${menu(paths.mappings, told)} > (attribute) > Match objects using this attribute`,
    after: 'Saving starts a new initial cycle, and everybody is matched anew: test with one person first',
    place: 'app-provisioning',
  }),
  'provision-reference-first': (told) => ({
    text: `Bring the member or manager that is missing into the scope of ${app(told)} first, then provision ${who(told)} again`,
    menu: menu(paths.onDemand, told),
    after:
      'A reference that comes into scope later is not noticed by itself; a restart of provisioning catches up on all of them',
    place: 'app-provisioning',
  }),
  'start-provisioning': (told) => ({
    text: `Start provisioning to ${app(told)}, if it was not stopped on purpose`,
    menu: `${menu(paths.provisioning, told)} > Start provisioning`,
    after: 'What happened meanwhile is caught up with in the next cycle; it begins within minutes',
    place: 'app-provisioning',
  }),
  'configure-provisioning': (told) => ({
    text: `Set up provisioning to ${app(told)} as its tutorial says: credentials, mappings, scope, then start`,
    menu: menu(paths.provisioning, told),
    after: 'The first cycle takes from 20 minutes to several hours',
    place: 'app-provisioning',
  }),
  'resolve-quarantine': (told) => ({
    text: `Mend what the quarantine names${quarantineReason(told)}, then restart provisioning`,
    menu: `${menu(paths.provisioning, told)} > Restart provisioning`,
    after: 'After 28 days in quarantine Entra switches the job off',
    place: 'app-provisioning',
  }),
  'renew-credentials': (told) => ({
    text: `Enter valid credentials for ${app(told)}, press Test connection, and save`,
    menu: menu(paths.credentials, told),
    after: `${capitalNext(told)} uses them; where the job is in quarantine, restart provisioning`,
    place: 'app-provisioning',
  }),
  'review-held-deletions': (told) => ({
    text: `Look at the entries with the action StagedDelete for ${app(told)}: are these people meant to go?`,
    menu: menu(paths.logs, told),
    after: 'If not, mend the assignment, the filter or the accounts before anything else',
  }),
  'allow-deletions': (told) => ({
    text: 'If all of them are meant to go, allow the deletions; if not, mend the cause and restart provisioning',
    menu: `${menu(paths.provisioning, told)} > Allow deletes`,
    after: 'Allowing disables or deletes the accounts at once; it cannot be taken back',
    place: 'app-provisioning',
  }),
  'restart-provisioning': (told) => ({
    text: `Restart provisioning to ${app(told)}`,
    menu: `${menu(paths.provisioning, told)} > Restart provisioning`,
    after: 'Everybody is read anew, which takes from 20 minutes to several hours',
    place: 'app-provisioning',
  }),
  'provision-on-demand': (told) => ({
    text: `Provision ${who(told)} on demand to see the result at once`,
    menu: menu(paths.onDemand, told),
    after: `It takes less than a minute and really writes to ${app(told)}`,
    place: 'app-provisioning',
  }),
  'check-in-app': (told) => {
    const held = told.diagnosis.appAnswer?.value;
    return {
      text: held
        ? `Search ${app(told)} for the account whose ${cut(held.property, 60)} is ${quoted(held.value, 80)}, deactivated ones included`
        : `Look at the account of ${who(told)} in ${app(told)}, deactivated ones included`,
      after: 'The administration of the app decides what to do with it',
    };
  },
  'contact-microsoft': () => ({
    text: 'Open a case with Microsoft support, with the text for the ticket: it holds the ids that support asks for first',
    menu: 'Entra ID > Diagnose & solve problems > New support request',
  }),
  'show-raw-to-admin': (told) => ({
    text: `Show the whole text of the log entry to whoever looks after ${app(told)} in Entra`,
    menu: menu(paths.logs, told),
    after: 'The text for the ticket holds it, with the ids of the entry',
  }),
  'if-wanted-assign': (told) => ({
    text: `If ${who(told)} is meant to be in ${app(told)}: assign directly, or add to a group that is assigned`,
    menu: menu(paths.assignments, told),
    after: `${capitalNext(told)} creates the account`,
    place: 'app-users',
  }),
  'if-wanted-change-filter': (told) => ({
    text: `If ${who(told)} is meant to be in ${app(told)}: widen the scoping filter`,
    menu: filterMenu(told),
    after: 'Saving starts a new initial cycle for everybody',
    place: 'app-provisioning',
  }),
  'if-wanted-enable': (told) => ({
    text: `If ${who(told)} is meant to be in ${app(told)}: enable or restore the account first`,
    menu: `${menu(paths.users, told)} > ${cut(told.subject.name, 60)}`,
    after: `${capitalNext(told)} provisions it`,
    place: 'subject',
  }),
  'grant-permission': () => ({
    text: 'Grant Skipper the permission that is missing, with admin consent',
    menu: 'Entra ID > App registrations > Skipper > API permissions',
    after: 'It works within minutes',
  }),
};

function nothingToDo(told: Told): string {
  const { cause } = told.diagnosis;
  switch (cause) {
    case 'not-assigned':
      return `Nothing to fix: nothing shows that ${who(told)} was meant to be in ${app(told)}`;
    case 'disabled-in-source':
      return `Nothing to fix: a disabled or deleted ${told.subject.type} is not provisioned`;
    case 'already-in-sync':
    case 'provisioned':
      return `Nothing to fix: ${who(told)} is in ${app(told)} as Entra has it`;
    case 'already-deprovisioned':
    case 'deprovisioned':
      return `Nothing to fix: ${who(told)} is not meant to be in ${app(told)}`;
  }
  return 'Nothing to fix';
}

function nextCycle({ diagnosis, clock }: Told): string {
  const at = diagnosis.now.expectedAt ?? diagnosis.job.nextCycleAt;
  return at ? `, about ${clock.soon(at)}` : '';
}

function nextCycleNoun(told: Told): string {
  const at = nextCycle(told);
  return at === '' ? 'the next cycle' : `the next cycle${at},`;
}

function capitalNext(told: Told): string {
  return nextCycleNoun(told).replace(/^t/, 'T');
}

function filterMenu(told: Told): string {
  return `${menu(paths.mappings, told)} > Source Object Scope`;
}

function target({ diagnosis }: Told): string {
  return diagnosis.property ? cut(diagnosis.property.target, 60) : 'the attribute that the app needs';
}

function quarantineReason({ diagnosis }: Told): string {
  const reason = diagnosis.job.quarantine?.reason;
  return reason ? ` (${cut(reason, 60)})` : '';
}

function menu(path: string, told: Told): string {
  return fill(path, { app: app(told) });
}
