import type { WordedAppChanges, WordedAppProblems, WordedExplanations, WordedUserOverview } from '../words/worded.ts';
import type { WordedPersonLine, WordedUserApp } from '../words/worded-people.ts';
import { fixes, proof, type Style, section } from './lines.ts';

/** Who failed or was skipped in an app, by cause. */
export function appProblems(worded: WordedAppProblems, style: Style): string[] {
  return [
    style('dim', `${worded.app.name} · ${worded.windowText}`),
    style('bold', worded.headline),
    ...(worded.why === '' ? [] : ['', worded.why]),
    ...worded.groups.flatMap(({ title, counted, outcomeName, code, people, count, fix }) => [
      '',
      style('underline', title.charAt(0).toLocaleUpperCase() + title.slice(1)),
      style('dim', `  ${[counted, outcomeName, code].filter(Boolean).join(' · ')}`),
      ...people.map((one) => `  ${[one.name, one.userPrincipalName, one.when].filter(Boolean).join(' · ')}`),
      ...(count > people.length ? [`  and ${count - people.length} more (--csv lists everybody)`] : []),
      ...fixes(fix).map((line) => `  ${line}`),
    ]),
    ...section(
      'With other codes',
      (worded.others?.groups ?? []).map(({ title, counted, outcomeName, code }) =>
        [counted, outcomeName, title, code].filter(Boolean).join(' · '),
      ),
      style,
    ),
    ...section('Note', worded.notes, style),
    ...section('Proof', worded.evidence.map(proof), style),
    ...section(
      'Links',
      worded.links.map((link) => `${link.title}: ${link.url}`),
      style,
    ),
  ];
}

/** What is wrong with somebody, over all apps. */
export function userOverview(worded: WordedUserOverview, style: Style): string[] {
  const { apps } = worded;
  const open = apps.filter(
    ({ expected, verdict, cause }) => !expected || verdict === 'provisioned' || cause === 'already-in-sync',
  );
  const expected = apps.filter((one) => !open.includes(one));
  return [
    style('dim', [worded.subject.name, worded.subject.userPrincipalName].filter(Boolean).join(' · ')),
    style('bold', worded.headline),
    ...(worded.why === '' ? [] : ['', worded.why]),
    ...section('Apps', open.map(appLine), style),
    ...section('As expected', expected.map(appLine), style),
    ...section('What to do', fixes(worded.fix), style),
    ...section('Note', worded.notes, style),
    ...section('Proof', worded.evidence.map(proof), style),
  ];
}

function appLine({ app, verdictName, reason, when }: WordedUserApp): string {
  const where = when === undefined ? '' : ` (${when})`;
  return `${app.name}: ${verdictName}, ${reason}${where}`;
}

/** Why several people are, or are not, in one app: a line for each. */
export function explanations(worded: WordedExplanations, style: Style): string[] {
  return [
    style('dim', worded.app.name),
    style('bold', worded.headline),
    ...(worded.why === '' ? [] : ['', worded.why]),
    ...section('People', worded.people.map(personLine), style),
    ...section('Note', worded.notes, style),
    ...section(
      'Links',
      worded.links.map((link) => `${link.title}: ${link.url}`),
      style,
    ),
  ];
}

function personLine(line: WordedPersonLine): string {
  const { verdictName, reason } = line;
  const name = line.kind === 'explanation' ? line.subject.name : line.text;
  const address = line.kind === 'explanation' ? line.subject.userPrincipalName : undefined;
  return `${[name, address].filter(Boolean).join(' · ')}: ${verdictName}, ${reason}`;
}

/** Who was created, updated, disabled or deleted in an app. */
export function appChanges(worded: WordedAppChanges, style: Style): string[] {
  const { people, total } = worded;
  const listed = people.map(({ name, userPrincipalName, changeName, when }) =>
    [name, userPrincipalName, changeName, when].filter(Boolean).join(' · '),
  );
  const more = total > people.length ? [`and ${total - people.length} more (--csv lists everybody)`] : [];
  return [
    style('dim', `${worded.app.name} · ${worded.windowText}`),
    style('bold', worded.headline),
    ...(worded.why === '' ? [] : ['', worded.why]),
    ...section(
      'Changes',
      worded.facts.map(({ name, text }) => `${name}: ${text}`),
      style,
    ),
    ...section('Latest changes', [...listed, ...more], style),
    ...section('Note', worded.notes, style),
    ...section('Proof', worded.evidence.map(proof), style),
    ...section(
      'Links',
      worded.links.map((link) => `${link.title}: ${link.url}`),
      style,
    ),
  ];
}
