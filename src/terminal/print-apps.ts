import type {
  WordedAffected,
  WordedAppLine,
  WordedAppStatus,
  WordedCredentials,
  WordedFact,
  WordedOverview,
  WordedProblem,
} from '../words/worded-apps.ts';
import { fixes, proof, type Style, section } from './lines.ts';

/** How an app's provisioning is doing, as lines of text. */
export function appStatus(worded: WordedAppStatus, style: Style): string[] {
  const { counts, trend, links, candidates } = worded;
  const withGroups = counts !== undefined && Object.values(counts.groups).some((count) => count > 0);
  const done = worded.tally.map(({ name, users, groups }) => ({
    name,
    text: withGroups ? `${users} users, ${groups} groups` : users,
  }));
  return [
    style('dim', opening(worded)),
    style('bold', worded.headline),
    '',
    worded.why,
    ...section('State', table(worded.facts), style),
    ...section('What to do', fixes(worded.fix), style),
    ...section('Who is affected', worded.affected ? affectedLines(worded.affected) : [], style),
    ...section(
      worded.state === 'initialCycle' ? 'What it has done so far' : 'What the last cycle did',
      table(done),
      style,
    ),
    ...section('In trouble in the last cycle', worded.problems.flatMap(problemLines), style),
    ...section('In trouble since earlier cycles', worded.standing.flatMap(problemLines), style),
    ...section(
      'The last cycles that had something to do',
      table(trend.map(({ when, text }) => ({ name: when, text }))),
      style,
    ),
    ...section(
      'Apps that have provisioning',
      candidates.map(({ name, id }) => `${name} · ${id}`),
      style,
    ),
    ...section('Proof', worded.evidence.map(proof), style),
    ...section('Note', worded.notes, style),
    ...section(
      'Links',
      links.map((link) => `${link.title}: ${link.url}`),
      style,
    ),
  ];
}

function affectedLines({ text, people, total }: WordedAffected): string[] {
  const named = people.map(({ name, userPrincipalName, when }) =>
    [name, userPrincipalName, when].filter(Boolean).join(' · '),
  );
  return [text, ...named, ...(total > people.length ? [`and ${total - people.length} more`] : [])];
}

/** Names and texts in two columns. */
export function table(facts: readonly WordedFact[]): string[] {
  const width = Math.max(0, ...facts.map(({ name }) => name.length));
  return facts.map(({ name, text }) => `${name.padEnd(width)}  ${text}`);
}

export function problemLines({ title, text, subjects, more }: WordedProblem): string[] {
  const names = subjects.map(({ name, isNew }) => (isNew ? `${name} (new)` : name));
  return [`${title} (${text})`, `  ${[...names, more].filter((part) => part !== '').join(', ')}`];
}

/** Every provisioned app, a line each, worst first: a terminal needs no pages. */
export function overview(worded: WordedOverview, style: Style): string[] {
  const width = Math.max(0, ...worded.apps.map(({ name }) => name.length));
  const line = ({ name, stateName, text }: WordedAppLine) =>
    [name.padEnd(width), text === '' ? stateName : `${stateName}: ${text}`].join('  ');
  return [
    style('bold', worded.headline),
    '',
    worded.text,
    ...section('Apps', worded.apps.map(line), style),
    ...section('Note', worded.notes, style),
  ];
}

/** What is wrong with the credentials of an app, as lines of text. */
export function credentials(worded: WordedCredentials, style: Style): string[] {
  return [
    style('dim', opening(worded)),
    style('bold', worded.headline),
    '',
    worded.why,
    '',
    worded.test.text,
    ...section('State', table(worded.facts), style),
    ...section('What to do', fixes(worded.fix), style),
    ...section('What usual messages mean', table(worded.meanings), style),
    ...section('Proof', worded.evidence.map(proof), style),
    ...section('Note', worded.notes, style),
    ...section(
      'Links',
      worded.links.map((link) => `${link.title}: ${link.url}`),
      style,
    ),
  ];
}

/** Which app it is, and how it stands. */
function opening({ app, stateName }: WordedAppStatus | WordedCredentials): string {
  return [app.name, app.galleryName === app.name ? undefined : app.galleryName, stateName].filter(Boolean).join(' · ');
}
