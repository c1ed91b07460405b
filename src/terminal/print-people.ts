import type { WordedAppProblems, WordedUserOverview } from '../words/worded.ts';
import type { WordedUserApp } from '../words/worded-people.ts';
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
