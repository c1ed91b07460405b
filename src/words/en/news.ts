import type { Subscription } from '../../answers/subscriptions.ts';
import type { CycleCounts, CycleSummary, CycleTrouble } from '../../diagnosis/cycle.ts';
import type { EndedRun } from '../../watch/change.ts';
import { cut } from '../clean.ts';
import type { Clock } from '../clock.ts';
import type { NewsWords, ToldNews } from '../language-news.ts';
import { documentedOf } from '../news-lead.ts';
import { word } from './change-names.ts';
import { codeWords } from './code-words.ts';
import { listed } from './counted.ts';
import { digestApp, digestHeadline, digestReason, digestText, digestWhen } from './digest.ts';
import { app, count, inSentence, quoted, sentences } from './say.ts';

export const news: NewsWords = {
  word,
  headline: (name, reason) => `${name}: ${reason}`,
  reason,
  when,
  text,
  notes,
  figure: {
    created: 'Created',
    updated: 'Updated',
    disabled: 'Disabled',
    deleted: 'Deleted',
    failed: 'Failed',
    unexpectedSkips: 'Left out',
    expectedSkips: 'Skipped as expected',
    warnings: 'Written in part',
    heldDeletions: 'Held back',
  },
  apart,
  status: 'How is it doing?',
  subscribed,
  digestHeadline,
  digestText,
  digestWhen,
  digestReason,
  digestApp,
};

function reason(news: ToldNews): string {
  const { lead, told, answer } = news;
  switch (lead.kind) {
    case 'deletionsHeld':
      return 'deletions are held back, and provisioning waits for an admin';
    case 'quarantineEntered':
      return `provisioning went into quarantine${because(news)}`;
    case 'quarantineReasonChanged':
      return `still in quarantine, for another reason${because(news)}`;
    case 'quarantineLeft':
      return 'out of quarantine, provisioning goes on';
    case 'stopped':
      return lead.quarantined ? 'provisioning is off after a quarantine' : 'provisioning was switched off';
    case 'started':
      return 'provisioning was switched on';
    case 'stalled':
      return lead.since ? `no cycle has run since ${told.clock.moment(lead.since)}` : 'no cycle is running';
    case 'resumed':
      return 'cycles are running again';
    case 'appProvisioned':
      return 'provisioning has been set up';
    case 'firstCycleCompleted':
      return `the first cycle is complete${answer.summary ? `, ${outcome(answer.summary, told.clock)}` : ''}`;
    case 'cycleCompleted':
      return cycleReason(lead.cycle, answer.summary, told.clock);
  }
}

/** The titles of quarantine reasons begin with the word. */
function because({ lead, told }: ToldNews): string {
  const title = codeWords(documentedOf(lead), told)?.title.replace(/^Quarantine: /, '');
  if (!title) return '';
  const keepsCapital = /^(?:Entra|Microsoft|SCIM|API)\b/.test(title);
  return `: ${keepsCapital ? title : title.charAt(0).toLowerCase() + inSentence(title).slice(1)}`;
}

function cycleReason({ state }: EndedRun, summary: CycleSummary | undefined, clock: Clock): string {
  if (state === 'Failed') return 'the last cycle failed as a whole';
  if (summary) return outcome(summary, clock);
  return state === 'EntryLevelErrors' ? 'a cycle is complete, with errors of single entries' : 'a cycle is complete';
}

/** What is new and wrong, or that nothing is. */
function outcome({ problems, all, comparable }: CycleSummary, clock: Clock): string {
  const fresh = (trouble: CycleTrouble) =>
    problems
      .filter((problem) => problem.trouble === trouble)
      .reduce((sum, { subjects }) => sum + subjects.filter(({ isNew }) => isNew !== false).length, 0);
  const newly = comparable ? 'newly ' : '';
  const parts = troubleOrder.flatMap((trouble) => {
    const number = fresh(trouble);
    return number > 0 ? [`${clock.number(number)} ${newly}${ends[trouble]}`] : [];
  });
  if (parts.length > 0) return clock.all(parts);
  const written = all.created + all.updated + all.disabled + all.deleted;
  const still = all.failed + all.unexpectedSkips + all.warnings;
  const wrote = written > 0 ? `${clock.number(written)} written` : 'nothing had to change';
  return still > 0 ? `${wrote}, nothing new is wrong` : `${wrote}, nothing is wrong`;
}

const troubleOrder: readonly CycleTrouble[] = ['failed', 'skipped', 'held', 'warned'];
const ends: Readonly<Record<CycleTrouble, string>> = {
  failed: 'failed',
  skipped: 'left out',
  held: 'held back from deletion',
  warned: 'written only in part',
};

function when({ lead, told, answer }: ToldNews): string {
  const { clock } = told;
  switch (lead.kind) {
    case 'cycleCompleted':
      return span(lead.cycle, clock);
    case 'firstCycleCompleted':
      return lead.cycle ? span(lead.cycle, clock) : clock.moment(lead.at);
    case 'quarantineEntered':
    case 'quarantineReasonChanged':
    case 'deletionsHeld':
      return clock.moment(lead.quarantine.beganAt ?? answer.noticedAt);
    case 'quarantineLeft':
    case 'stopped':
    case 'started':
    case 'stalled':
    case 'resumed':
    case 'appProvisioned':
      return `noticed ${clock.moment(answer.noticedAt)}`;
  }
}

/** "Tue 17 Nov, 12:33 to 12:38, 5 minutes". */
function span({ beganAt, endedAt }: EndedRun, clock: Clock): string {
  const from = beganAt === undefined ? Number.NaN : Date.parse(beganAt);
  const length = Date.parse(endedAt) - from;
  if (!(length >= 0)) return clock.moment(endedAt);
  return `${clock.moment(beganAt ?? '')} · took ${duration(length)}`;
}

function duration(millis: number): string {
  const seconds = Math.round(millis / 1000);
  if (seconds < 90) return count(seconds, 'second', 'seconds');
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return count(minutes, 'minute', 'minutes');
  const hours = Math.round(minutes / 60);
  return hours < 48 ? count(hours, 'hour', 'hours') : count(Math.round(hours / 24), 'day', 'days');
}

function text(news: ToldNews): string {
  const { lead, told } = news;
  const { clock } = told;
  const where = app(told);
  switch (lead.kind) {
    case 'deletionsHeld':
    case 'quarantineEntered':
    case 'quarantineReasonChanged': {
      const { quarantine } = lead;
      const words = codeWords(documentedOf(lead), told);
      const { error } = quarantine;
      return sentences(
        words?.meaning ??
          `Entra has put provisioning to ${where} into quarantine: it tries ever more rarely, down to once a day`,
        !words &&
          quarantine.reason &&
          `The reason that Entra gives is ${quoted(quarantine.reason, 80)}, which is not documented`,
        error?.message && `Entra reports${error.code ? ` ${cut(error.code, 80)}` : ''}: ${quoted(error.message, 240)}`,
        quarantine.nextAttemptAt && `The next attempt is about ${clock.soon(quarantine.nextAttemptAt)}`,
      );
    }
    case 'quarantineLeft':
      return `Entra reaches ${where} again. The next cycles catch up with what changed meanwhile.`;
    case 'stopped':
      return lead.quarantined
        ? `Entra switches a job off after four weeks in quarantine, or somebody did. Nobody is created, changed or removed in ${where} until it is started.`
        : `Nobody is created, changed or removed in ${where} until it is started again.`;
    case 'started':
      return 'Cycles run again by themselves; the first may take longer than usual.';
    case 'stalled':
      return `Provisioning to ${where} is switched on, and yet nothing has been heard of it for longer than its cycles take.`;
    case 'resumed':
      return lead.since ? `Nothing had been heard of it since ${clock.moment(lead.since)}.` : '';
    case 'appProvisioned':
      return `Somebody set up provisioning to ${where}. Its first cycle reads everybody in scope; you are told when it is complete.`;
    case 'firstCycleCompleted':
      return 'From now on Entra looks at what has changed only, in most apps every 40 minutes.';
    case 'cycleCompleted': {
      const { error, state } = lead.cycle;
      if (state !== 'Failed') return '';
      return sentences(
        'Nothing that changed meanwhile has reached the app; Entra tries again with the next cycle',
        error?.message && `Entra reports${error.code ? ` ${cut(error.code, 80)}` : ''}: ${quoted(error.message, 240)}`,
      );
    }
  }
}

function notes({ answer, lead }: ToldNews): readonly string[] {
  const { summary, changes } = answer;
  const cycles = changes.filter(({ kind }) => kind === 'cycleCompleted').length;
  const missed = changes.reduce((sum, one) => sum + (one.kind === 'cycleCompleted' ? one.unseenFailures : 0), 0);
  const isCycle = lead.kind === 'cycleCompleted' || (lead.kind === 'firstCycleCompleted' && lead.cycle !== undefined);
  const others = changes.filter((one) => one !== lead && one.kind !== 'cycleCompleted');
  return [
    others.length > 0 && `Noticed at the same time: ${others.map((one) => word(one).toLowerCase()).join(', ')}.`,
    cycles > 1 && `${count(cycles, 'cycle', 'cycles')} are told together here.`,
    missed > 0 && `${count(missed, 'cycle', 'cycles')} failed unseen before it.`,
    isCycle && !summary && 'The log of this cycle could not be read, so the figures are missing.',
    summary?.truncated && 'The cycle wrote more log entries than were read: the figures are the least.',
    summary &&
      !summary.comparable &&
      lead.kind === 'cycleCompleted' &&
      'What came before could not be read, so it is not known who is new.',
  ].filter((note) => typeof note === 'string');
}

function apart({ users, groups }: CycleSummary, clock: Clock): string {
  const of = (counts: CycleCounts) => listed(counts, clock);
  return of(groups) === '' ? '' : sentences(of(users) && `Users: ${of(users)}`, `Groups: ${of(groups)}`);
}

function subscribed({ by, app: one, place }: Subscription, clock: Clock): string {
  const where = place.type === 'channel' ? 'this channel' : 'this chat';
  const what = one ? cut(one.name.trim() || one.id, 80) : 'all apps';
  const name = by.name?.trim();
  const who = name
    ? `${cut(name, 80)} subscribed ${where} to ${what}`
    : `You get this because ${where} is subscribed to ${what}`;
  return sentences(one ? `${who}; Stop ends that` : who, `Times are those of ${clock.zone}`);
}
