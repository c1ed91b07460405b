import { styleText } from 'node:util';
import type {
  Worded,
  WordedAbout,
  WordedChoice,
  WordedExplanation,
  WordedHelp,
  WordedMeaning,
  WordedNotMine,
  WordedTopic,
  WordedTrouble,
  WordedWatching,
} from '../words/worded.ts';
import { fixes, proof, type Style, section } from './lines.ts';
import { appStatus, credentials, overview } from './print-apps.ts';
import { digest, news } from './print-news.ts';
import { appChanges, appProblems, explanations, userOverview } from './print-people.ts';

export type { Style } from './lines.ts';

/** Colours on a terminal that shows them; NO_COLOR and a pipe are respected. */
export function styleFor(stream: NodeJS.WriteStream): Style {
  return (style, text) => styleText(style, text, { stream });
}

/** An answer as lines of text for a person at a terminal. */
export function print(worded: Worded, style: Style): string {
  const aside = worded.aside === undefined ? [] : ['', worded.aside];
  return `${[...linesOf(worded, style), ...aside].join('\n')}\n`;
}

function linesOf(worded: Worded, style: Style): string[] {
  switch (worded.kind) {
    case 'explanation':
      return explanation(worded, style);
    case 'explanations':
      return explanations(worded, style);
    case 'appChanges':
      return appChanges(worded, style);
    case 'appProblems':
      return appProblems(worded, style);
    case 'userOverview':
      return userOverview(worded, style);
    case 'meaning':
      return meaning(worded, style);
    case 'topic':
      return topic(worded, style);
    case 'news':
      return news(worded, style);
    case 'digest':
      return digest(worded, style);
    case 'watching':
      return watching(worded, style);
    case 'appStatus':
      return appStatus(worded, style);
    case 'credentials':
      return credentials(worded, style);
    case 'overview':
      return overview(worded, style);
    case 'help':
    case 'about':
      return help(worded, style);
    case 'notMine':
      return notMine(worded, style);
    case 'choice':
    case 'notFound':
      return choice(worded, style);
    case 'denied':
    case 'unavailable':
    case 'notUnderstood':
      return trouble(worded, style);
  }
}

function explanation(worded: WordedExplanation, style: Style): string[] {
  const { now } = worded;
  return [
    style('dim', [worded.subject.name, worded.subject.userPrincipalName, worded.app.name].filter(Boolean).join(' · ')),
    style('bold', worded.headline),
    ...(worded.taken === undefined ? [] : [worded.taken]),
    '',
    worded.why,
    ...(now.text === '' ? [] : ['', now.text]),
    ...section('What to do', fixes(worded.fix), style),
    ...section('Proof', worded.evidence.map(proof), style),
    ...section('Note', worded.notes, style),
    ...section(
      'Links',
      worded.links.map((link) => `${link.title}: ${link.url}`),
      style,
    ),
  ];
}

function meaning(worded: WordedMeaning, style: Style): string[] {
  return [
    style('bold', worded.headline),
    '',
    worded.why,
    ...section('What to do', fixes(worded.fix), style),
    ...section('Proof', worded.evidence.map(proof), style),
    ...section(
      'Links',
      worded.links.map((link) => `${link.title}: ${link.url}`),
      style,
    ),
  ];
}

function topic(worded: WordedTopic, style: Style): string[] {
  const links = worded.links.map((link) => `${link.title}: ${link.url}`);
  return [style('bold', worded.headline), '', worded.text, ...section('Source', links, style)];
}

function watching(worded: WordedWatching, style: Style): string[] {
  const listed = worded.subscriptions.flatMap(({ title, status, lines }) => [
    '',
    `${style('underline', title)} · ${status}`,
    ...lines.map((line) => `  ${line}`),
  ]);
  const text = worded.text === '' ? [] : ['', worded.text];
  return [style('bold', worded.headline), ...text, ...listed, ...section('Try', worded.examples, style)];
}

function notMine(worded: WordedNotMine, style: Style): string[] {
  const links = worded.links.map((link) => `${link.title}: ${link.url}`);
  return [
    style('bold', worded.headline),
    '',
    worded.text,
    ...section('What to do', fixes(worded.fix), style),
    ...section('Links', links, style),
    ...section('Try', [...worded.actions.map(({ title }) => title), ...worded.examples], style),
  ];
}

function help(worded: WordedHelp | WordedAbout, style: Style): string[] {
  return [style('bold', worded.headline), '', worded.text, ...section('Try', worded.examples, style)];
}

function choice(worded: WordedChoice, style: Style): string[] {
  const candidates = worded.candidates.map(
    ({ name, detail, id }, index) => `${index + 1}. ${[name, detail, id].filter((part) => part !== '').join(' · ')}`,
  );
  return [
    style('bold', worded.headline),
    '',
    worded.text,
    ...section('Candidates', candidates, style),
    ...section('Try', worded.examples, style),
  ];
}

function trouble(worded: WordedTrouble, style: Style): string[] {
  return [style('bold', worded.headline), '', worded.text, ...section('Try', worded.examples, style)];
}
