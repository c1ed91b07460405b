import { recognise } from '../diagnosis/catalogue/catalogue.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { LogEntry } from '../diagnosis/evidence.ts';
import { readSkipText } from '../diagnosis/skip-text.ts';
import { parsePastedEntry } from '../entra/pasted-entry.ts';
import type { MeaningQuestion } from '../questions/question.ts';
import type { MeaningAnswer } from './answer.ts';
import { entryOfFailure, entryOfSkip, evidenceOfEntry } from './pasted.ts';

/** How much of an unrecognised text is shown again. */
const longestRaw = 2000;

/**
 * What a code, a message or a pasted log entry means. Answered without Graph: the text is all there is, so nothing is
 * said about today.
 */
export function meaning(question: MeaningQuestion, now: Date): MeaningAnswer {
  const [entry] = newestFirst(parsePastedEntry(question.text) ?? []);
  if (entry) return fromEntry(question, entry, diagnose(evidenceOfEntry(entry, now)));
  return fromSkip(question, now) ?? fromCode(question, now);
}

function fromEntry(question: MeaningQuestion, entry: LogEntry, diagnosis: Diagnosis): MeaningAnswer {
  const { cause, also, noise, code, documented } = diagnosis;
  return { kind: 'meaning', question, documented, code, cause, also, noise, entry, diagnosis, raw: rawOf(entry) };
}

/** The numbered sentences of a skip, or the fields beside them: the gates tell which of them decides. */
function fromSkip(question: MeaningQuestion, now: Date): MeaningAnswer | undefined {
  const skip = readSkipText(question.text);
  if (!skip) return undefined;
  const diagnosis = diagnose(evidenceOfEntry(entryOfSkip(question.text, skip, now), now));
  if (diagnosis.cause === 'unrecognised') return undefined;
  const { cause, also, noise, code, documented } = diagnosis;
  return { kind: 'meaning', question, documented, code, cause, also, noise, raw: question.text.slice(0, longestRaw) };
}

function fromCode(question: MeaningQuestion, now: Date): MeaningAnswer {
  const raw = question.text.slice(0, longestRaw);
  const [found] = recognise(question.text);
  if (!found) return { kind: 'meaning', question, cause: 'unrecognised', also: [], noise: [], raw };
  const { entry, matched } = found;
  const known = { kind: 'meaning', question, documented: entry.code, code: matched, also: [], noise: [], raw } as const;
  // A whole message may hold the app's own words, which outrank the wrapper's code.
  const { cause } = diagnose(evidenceOfEntry(entryOfFailure(question.text, matched, now), now));
  const outranked = entry.level === 'entry' && cause !== 'unrecognised';
  return { ...known, cause: outranked ? cause : entry.cause };
}

function newestFirst(entries: readonly LogEntry[]): readonly LogEntry[] {
  return entries.toSorted((a, b) => b.at.localeCompare(a.at));
}

function rawOf(entry: LogEntry): string {
  const skipped = entry.steps.filter((step) => step.status === 'skipped' || step.status === 'failure');
  return [entry.error?.reason, ...skipped.map((step) => step.description)]
    .filter(Boolean)
    .join('\n')
    .slice(0, longestRaw);
}
