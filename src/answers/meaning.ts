import { statusWord } from '../diagnosis/app-answer.ts';
import { type KnownCode, recognise } from '../diagnosis/catalogue/catalogue.ts';
import type { Cause } from '../diagnosis/causes.ts';
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
  if (entry) {
    const diagnosis = diagnose(evidenceOfEntry(entry, now));
    const told = diagnosis.cause === 'unrecognised' && !diagnosis.code ? fromMessage(question, entry) : undefined;
    return told ?? fromEntry(question, entry, diagnosis);
  }
  return fromSkip(question, now) ?? fromCode(question, now);
}

function fromEntry(question: MeaningQuestion, entry: LogEntry, diagnosis: Diagnosis): MeaningAnswer {
  const { cause, also, noise, code, documented } = diagnosis;
  return { kind: 'meaning', question, documented, code, cause, also, noise, entry, diagnosis, raw: rawOf(entry) };
}

/** An entry without a code, as a table has it: its message may be a documented one. */
function fromMessage(question: MeaningQuestion, entry: LogEntry): MeaningAnswer | undefined {
  const found = recognise(rawOf(entry)).find((one) => one.entry.level === 'entry' || one.entry.level === 'behaviour');
  if (!found) return undefined;
  const { cause, code } = found.entry;
  return { kind: 'meaning', question, documented: code, cause, also: [], noise: [], entry, raw: rawOf(entry) };
}

/** The numbered sentences of a skip, or the fields beside them: the gates tell which of them decides. */
function fromSkip(question: MeaningQuestion, now: Date): MeaningAnswer | undefined {
  const skip = readSkipText(question.text);
  if (!skip) return undefined;
  const diagnosis = diagnose(evidenceOfEntry(entryOfSkip(question.text, skip, now), now));
  if (diagnosis.cause === 'unrecognised') return undefined;
  const { cause, also, noise } = diagnosis;
  // One sentence of a skip stands for its gate, and not for skips in general.
  // A clause or an attribute that the text names tells more than the catalogue can.
  const telling = diagnosis.clauses.length > 0 || diagnosis.property !== undefined;
  const named = recognise(question.text).find(({ entry }) => entry.cause === cause)?.entry.code ?? sentenceOf[cause];
  return {
    kind: 'meaning',
    question,
    documented: named ?? diagnosis.documented,
    code: skip.skipReason,
    cause,
    also,
    noise,
    ...(telling ? { diagnosis } : {}),
    raw: question.text.slice(0, longestRaw),
  };
}

/** What the catalogue calls the sentence of each gate. */
const sentenceOf: Partial<Readonly<Record<Cause, KnownCode>>> = {
  'disabled-in-source': 'condition:disabled-source-account',
  'not-assigned': 'condition:not-assigned',
  'no-entitled-role': 'condition:no-entitled-role',
  'scoping-filter': 'condition:scoping-filter',
};

function fromCode(question: MeaningQuestion, now: Date): MeaningAnswer {
  const raw = question.text.slice(0, longestRaw);
  const [found] = recognise(question.text);
  // A whole message may hold the app's own words, which outrank the wrapper's code, and may stand without any.
  // "StatusCode: Conflict" is what the app answered with, and no code of the log.
  const named = found && found.matched !== statusWord(question.text) ? found.matched : '';
  const diagnosis = diagnose(evidenceOfEntry(entryOfFailure(asStatus(question.text), named, now), now));
  const { cause } = diagnosis;
  const isOutranked = found?.entry.level === 'entry' && cause !== 'unrecognised' && cause !== found.entry.cause;
  if (!found || isOutranked) {
    const said = { kind: 'meaning', question, cause, also: [], noise: [], raw } as const;
    return cause === 'unrecognised' ? said : { ...said, diagnosis };
  }
  const { entry, matched } = found;
  // Words of a message are no code.
  const code = /\s/.test(matched) ? undefined : matched;
  return { kind: 'meaning', question, documented: entry.code, code, cause: entry.cause, also: [], noise: [], raw };
}

/** A status that says by itself what happened, asked about by its number: "409", "error 503". A bare 400, 403 or 404 does not. */
function asStatus(text: string): string {
  const status = /^\W*(?:(?:error|code|status|http)\W+)*(\d{3})\W*$/i.exec(text)?.[1];
  if (status === undefined) return text;
  return /^(?:401|409|50[0234])$/.test(status) ? `HTTP ${status}` : '';
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
