import type { MeaningAnswer } from '../answers/answer.ts';
import { lookUp } from '../diagnosis/catalogue/catalogue.ts';
import type { Fix } from '../diagnosis/diagnosis.ts';
import { bareDiagnosis } from './bare-diagnosis.ts';
import type { Clock } from './clock.ts';
import { evidenceOf, firstNamed, fixOf } from './explanation.ts';
import type { Language, Told } from './language.ts';
import { sourceOfCause, sourceOfCode } from './sources.ts';
import type { Link, WordedMeaning } from './worded.ts';

/** What a code, a message or a pasted log entry means. */
export function meaning(answer: MeaningAnswer, language: Language, clock: Clock): Omit<WordedMeaning, 'cost'> {
  const told = tell(answer, language, clock);
  const said = language.meaning(answer, told);
  const steps = answer.diagnosis && answer.diagnosis.fix.length > 0 ? answer.diagnosis.fix : stepsOf(answer.documented);
  // An entry is about one app: the page of a code may be another app's tutorial.
  const source = answer.entry
    ? sourceOfCause(answer.cause, answer.documented)
    : sourceOfCode(answer.documented, answer.cause);
  const links: readonly Link[] = source ? [{ title: language.documentation, url: source }] : [];
  const words =
    answer.documented && !answer.documented.startsWith('condition:')
      ? language.code(answer.documented, told)
      : undefined;
  const facts = answer.diagnosis ? evidenceOf(told, language) : [];
  const catalogued =
    words && answer.diagnosis
      ? [{ source: 'catalogue' as const, text: `${answer.documented}: ${words.title}`, at: '', when: '' }]
      : [];
  return {
    question: answer.question,
    kind: 'meaning',
    code: answer.code,
    cause: answer.cause,
    also: answer.also,
    noise: answer.noise,
    verdict: answer.diagnosis?.verdict,
    headline: said.headline,
    why: said.text,
    evidence: [...facts, ...catalogued],
    fix: fixOf(steps, told, language),
    links,
  };
}

/** The steps of a documented code, each with its owner. */
function stepsOf(documented: string | undefined): readonly Fix[] {
  const entry = documented === undefined ? undefined : lookUp(documented);
  if (!entry) return [];
  return entry.owners.map((owner, index) => ({ code: entry.code, index, owner }));
}

function tell(
  { cause, also, noise, code, documented, diagnosis, entry }: MeaningAnswer,
  { unnamed }: Language,
  clock: Clock,
): Told {
  const source = entry?.source;
  const type =
    source && /group/i.test(source.type) ? 'group' : source && /worker/i.test(source.type) ? 'worker' : 'user';
  const person = entry && (source?.name || source?.userPrincipalName || source?.id);
  const app = entry && (entry.app.name || entry.targetSystem);
  return {
    subject: {
      type,
      id: source?.id ?? '',
      name: firstNamed(person, unnamed.person),
      userPrincipalName: source?.userPrincipalName,
    },
    app: { id: entry?.app.id ?? '', name: firstNamed(app, unnamed.app) },
    diagnosis: diagnosis ?? bareDiagnosis({ cause, also, noise, code, documented }),
    clock,
    named: Boolean(person && app),
  };
}
