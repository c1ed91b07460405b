import type { WordedDigest, WordedNews } from '../words/worded-news.ts';
import { fixes, type Style, section } from './lines.ts';
import { problemLines, table } from './print-apps.ts';

/** What happened to an app, as lines of text. */
export function news(worded: WordedNews, style: Style): string[] {
  const { app, word, when, figures, trend } = worded;
  return [
    style('dim', [app.name, word, when].join(' · ')),
    style('bold', worded.headline),
    ...(worded.text === '' ? [] : ['', worded.text]),
    ...section('What the cycle did', table(figures.map(({ name, all }) => ({ name, text: all }))), style),
    ...section('What to do', fixes(worded.fix), style),
    ...section('In trouble', worded.problems.flatMap(problemLines), style),
    ...section('The last cycles', table(trend.map((point) => ({ name: point.when, text: point.text }))), style),
    ...section(
      'Note',
      [worded.apart, ...worded.notes, worded.subscribed].filter((line) => line !== ''),
      style,
    ),
  ];
}

/** A day of the apps that are watched, as lines of text. */
export function digest(worded: WordedDigest, style: Style): string[] {
  const apps = worded.apps.flatMap(({ name, reason, text, problems }) => [
    '',
    `${style('underline', name)} · ${reason}`,
    `  ${text}`,
    ...problems.flatMap(problemLines).map((line) => `  ${line}`),
  ]);
  return [
    style('dim', worded.when),
    style('bold', worded.headline),
    '',
    worded.text,
    ...apps,
    ...section('Note', [worded.subscribed], style),
  ];
}
