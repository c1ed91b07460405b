import type { ClauseFinding } from '../../diagnosis/diagnosis.ts';
import { cut } from '../clean.ts';
import type { Told } from '../language.ts';
import { clauseNotation, nearest } from './clauses.ts';
import { paths } from './codes/paths.ts';
import { app, quoted, who } from './say.ts';
import { capitalNext, menu, nextCycleNoun, type Steps } from './steps.ts';

/** Steps that concern one person, group or worker: account, assignment, values. */
export const personSteps = {
  'nothing-to-do': (told) => ({ text: nothingToDo(told) }),
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
  'enable-account': (told) =>
    told.subject.type === 'worker'
      ? {
          text: `Check in the HR system when ${who(told)} becomes active, and correct the record if it is late`,
          after: `${capitalNext(told)} reads it`,
        }
      : {
          text: `Enable the account of ${who(told)}, if it is meant to be in use`,
          menu: `${properties(told)} > Settings > Account enabled`,
          after: `${capitalNext(told)} provisions it. An account that comes from on-premises AD is enabled there`,
          place: 'subject',
        },
  'restore-account': (told) => ({
    text: `Restore ${who(told)}, if the deletion was not wanted`,
    menu: told.subject.type === 'group' ? 'Entra ID > Groups > Deleted groups' : 'Entra ID > Users > Deleted users',
    after: `Possible for 30 days after the deletion; ${nextCycleNoun(told)} provisions it again`,
  }),
  'correct-attribute-for-filter': (told) => ({
    text: correction(told),
    menu: properties(told),
    after: `In the HR system or on-premises AD where the value comes from there; ${nextCycleNoun(told)} reads it`,
    place: 'subject',
  }),
  'fill-required-attribute': (told) => {
    const empty =
      told.diagnosis.property?.sources.filter((source) => source.empty === true).map(({ name }) => cut(name, 60)) ?? [];
    const feeding = told.diagnosis.property?.sources.map(({ name }) => cut(name, 60)) ?? [];
    const names = empty.length > 0 ? empty : feeding;
    const what = names.length > 0 ? told.clock.all(names) : 'the attribute that feeds it';
    return {
      text: empty.length > 0 ? `Fill ${what} for ${who(told)}` : `Fill or correct ${what} for ${who(told)}`,
      menu: properties(told),
      after: `In the HR system or on-premises AD where the value comes from there; ${nextCycleNoun(told)} tries again`,
      place: 'subject',
    };
  },
  'fill-matching-attribute': (told) => {
    const sources = told.diagnosis.matching?.sources.map(({ name }) => cut(name, 60)) ?? [];
    const what = sources.length > 0 ? told.clock.any(sources) : 'the matching attribute';
    return {
      text: `Fill ${what} for ${who(told)}`,
      menu: properties(told),
      after: `Once it holds a value, ${nextCycleNoun(told)} reads ${who(told)} again`,
      place: 'subject',
    };
  },
  'provision-reference-first': (told) => ({
    text: `Bring the ${told.subject.type === 'group' ? 'member' : 'member or manager'} that is missing into the scope of ${app(told)} first, then provision ${who(told)} again`,
    menu: menu(paths.onDemand, told),
    after:
      'A reference that comes into scope later is not noticed by itself; a restart of provisioning catches up on all of them',
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
  'if-wanted-assign': (told) => ({
    text: `If ${who(told)} is meant to be in ${app(told)}: assign directly, or add to a group that is assigned`,
    menu: menu(paths.assignments, told),
    after: `${capitalNext(told)} creates the account`,
    place: 'app-users',
  }),
  'if-wanted-enable': (told) =>
    told.subject.type === 'worker'
      ? {
          text: `If ${who(told)} should be there already: correct the date or status in the HR system`,
          after: `${capitalNext(told)} reads it`,
        }
      : {
          text: `If ${who(told)} is meant to be in ${app(told)}: enable or restore the account first`,
          menu: `${menu(paths.users, told)} > ${cut(told.subject.name, 60)}`,
          after: `${capitalNext(told)} provisions it`,
          place: 'subject',
        },
} satisfies Steps;

function nothingToDo(told: Told): string {
  const { cause } = told.diagnosis;
  switch (cause) {
    case 'not-assigned':
      return `Nothing to fix: nothing shows that ${who(told)} was meant to be in ${app(told)}`;
    case 'disabled-in-source':
      return told.subject.type === 'worker'
        ? 'Nothing to fix: a worker who is not active is not provisioned'
        : `Nothing to fix: a disabled or deleted ${told.subject.type} is not provisioned`;
    case 'already-in-sync':
    case 'provisioned':
      if (isLeaving(told))
        return `Nothing to fix: ${nextCycleNoun(told)} takes the account of ${who(told)} in ${app(told)} away`;
      return `Nothing to fix: ${who(told)} is in ${app(told)} as Entra has it`;
    case 'already-deprovisioned':
    case 'deprovisioned':
      return `Nothing to fix: ${who(told)} is not meant to be in ${app(told)}`;
  }
  return 'Nothing to fix';
}

/** Still in, though disabled, deleted or unassigned since. */
function isLeaving({ diagnosis }: Told): boolean {
  return diagnosis.now.changes.some(({ change }) => ['disabled', 'deleted', 'unassigned'].includes(change));
}

/** Where the values of a user or a group are edited; a worker's are in the HR system. */
function properties(told: Told): string | undefined {
  const name = cut(told.subject.name, 60);
  switch (told.subject.type) {
    case 'user':
      return `${menu(paths.users, told)} > ${name} > Edit properties`;
    case 'group':
      return `Entra ID > Groups > ${name} > Properties`;
    case 'worker':
      return undefined;
  }
}

/** What to set, for every clause of the filter that is nearest to being passed. */
function correction(told: Told): string {
  const clauses = nearest(told.diagnosis).slice(0, 3);
  const [only, ...others] = clauses;
  if (!only) return `If the value that the filter looks at is wrong, correct it for ${who(told)}`;
  const isPlain = ({ operator, wanted }: ClauseFinding) =>
    operator.trim().toUpperCase() === 'EQUALS' && wanted.length > 0;
  const name = ({ attribute }: ClauseFinding) => cut(attribute, 60);
  const value = ({ wanted }: ClauseFinding) => wanted.map((one) => quoted(one, 60)).join(' or ');
  if (others.length === 0)
    return isPlain(only)
      ? `If the value is wrong, set ${name(only)} of ${who(told)} to ${value(only)}, exactly so`
      : `If the value is wrong, correct ${name(only)} of ${who(told)} so that it passes ${clauseNotation(only)}`;
  if (clauses.every(isPlain)) {
    const values = clauses.map((clause) => `${name(clause)} to ${value(clause)}`);
    return `If the values of ${who(told)} are wrong, set ${told.clock.all(values)}, exactly so: it takes all of them`;
  }
  const passes = clauses.map(clauseNotation);
  return `If the values of ${who(told)} are wrong, correct them so that all of these pass: ${told.clock.all(passes)}`;
}
