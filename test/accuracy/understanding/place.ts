import { pickSubjects } from '../../../src/answers/find-subject.ts';
import type { Subject } from '../../../src/diagnosis/evidence.ts';
import type { NamedApp } from '../../../src/questions/entities/app-index.ts';
import { rankApps } from '../../../src/questions/entities/match.ts';
import type { TenantFixture } from '../tenant.ts';
import { app, group, type Principal, person, tenant } from '../wire.ts';
import type { AskedText, TenantSketch } from './sets.ts';

/** A tenant that texts are asked in, and who is called how in it. */
export interface Place {
  readonly fixture: TenantFixture;
  /** People and groups, as the directory holds them. */
  readonly subjects: readonly Subject[];
  readonly apps: readonly NamedApp[];
  /** Ids of the people and the apps that a text is about. */
  meantBy(text: Pick<AskedText, 'meant' | 'meantUpn'>): Meant;
  /** Ids of everybody whom the words of a question can mean, and of every app. */
  bearersOf(text: string): readonly string[];
  appsOf(text: string): readonly string[];
}

export interface Meant {
  /** One entry for each name; whoever bears it is meant. */
  readonly people: readonly (readonly string[])[];
  readonly apps: readonly string[];
}

/** Builds the tenant: every app runs, nobody was provisioned yet. */
export function placeOf(sketch: TenantSketch): Place {
  const people = sketch.people.map(({ name, upn, employeeId, department }) =>
    person(name, upn, {
      mailNickname: upn.split('@')[0]?.replace('#EXT#', ''),
      employeeId: employeeId ?? null,
      department: department ?? null,
      ...(upn.includes('#EXT#') && { userType: 'Guest', mail: guestAddress(upn) }),
    }),
  );
  const groups = sketch.groups.map((name) => group(name));
  const apps = sketch.apps.map((name) => app(name));
  const everybody = [...people, ...groups];
  const subjects = everybody.map(subjectOf);
  const named = apps.map(({ id, name }) => ({ id, name }));
  return {
    fixture: tenant({ name: sketch.name, people, groups, apps }),
    subjects,
    apps: named,
    meantBy({ meant = '', meantUpn }) {
      const names = meant
        .split(' / ')
        .map((name) => name.trim())
        .filter((name) => name !== '');
      const appNamed = (name: string) => named.find((one) => same(one.name, name));
      const bearers = names
        .filter((name) => !appNamed(name))
        .map((name) => everybody.filter((one) => same(one.name, name) || same(one.handle, name)).map(({ id }) => id))
        .filter((ids) => ids.length > 0);
      const only = people.find(({ handle }) => meantUpn !== undefined && same(handle, meantUpn));
      return {
        people: only ? [[only.id]] : bearers,
        apps: names.flatMap((name) => appNamed(name)?.id ?? []),
      };
    },
    bearersOf(text) {
      const { tier, subjects: found } = pickSubjects(text, subjects);
      return tier === 'prefix' || tier === 'fuzzy' ? [] : found.map(({ id }) => id);
    },
    appsOf: (text) => {
      const known = named.filter(({ id, name }) => id === text || same(name, text));
      if (known.length > 0) return known.map(({ id }) => id);
      const [first, ...rest] = rankApps(text, named, (one) => [one.name]);
      return first ? [first, ...rest.filter(({ tier }) => tier === first.tier)].map(({ item }) => item.id) : [];
    },
  };
}

function same(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** "sarah.chen_brightwater.example#EXT#@…" is sarah.chen@brightwater.example. */
function guestAddress(upn: string): string {
  const [before = ''] = upn.split('#EXT#');
  const at = before.lastIndexOf('_');
  return `${before.slice(0, at)}@${before.slice(at + 1)}`;
}

function subjectOf({ type, id, name, wire }: Principal): Subject {
  const text = (key: string) => (typeof wire[key] === 'string' ? wire[key] : undefined);
  return {
    type: type === 'Group' ? 'group' : 'user',
    id,
    name,
    userPrincipalName: text('userPrincipalName'),
    mail: text('mail'),
    userType: text('userType'),
    attributes: Object.fromEntries(
      ['givenName', 'surname', 'employeeId', 'department', 'mailNickname'].map((key) => [key, text(key) ?? null]),
    ),
  };
}
