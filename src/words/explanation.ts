import type { ExplanationAnswer } from '../answers/answer.ts';
import type { Fix } from '../diagnosis/diagnosis.ts';
import { cut } from './clean.ts';
import type { Clock } from './clock.ts';
import type { Language, Told } from './language.ts';
import { type Place, portalLink, tutorialLink } from './portal-links.ts';
import { sourceOfCause } from './sources.ts';
import type { Link, WordedEvidence, WordedExplanation, WordedFix } from './worded.ts';

/** Why one person, group or worker is or is not in one app. */
export function explanation(
  answer: ExplanationAnswer,
  language: Language,
  clock: Clock,
): Omit<WordedExplanation, 'cost'> {
  const { diagnosis, question } = answer;
  const told = tell(answer, clock);
  const reason = language.reason(diagnosis.cause, told);
  const evidence = evidenceOf(told, language);
  const fix = fixOf(diagnosis.fix, told, language);
  const links = linksOf(told, language, fix, answer.tutorial);
  const taken = answer.taken && language.taken(answer.taken, told);
  const notes = diagnosis.notes.map((note) => language.note(note, told));
  const headline = language.headline(told, reason);
  const why = language.why(told);
  const now = language.now(told);
  const parts = {
    headline,
    why,
    now,
    evidence,
    fix,
    notes: taken === undefined ? notes : [taken, ...notes],
    links,
    tenantId: answer.tenantId,
    asOf: answer.asOf,
  };
  return {
    question,
    kind: 'explanation',
    subject: told.subject,
    app: { id: told.app.id, name: told.app.name },
    verdict: diagnosis.verdict,
    verdictName: language.verdictName(diagnosis),
    cause: diagnosis.cause,
    reason,
    also: diagnosis.also,
    noise: diagnosis.noise,
    expected: diagnosis.expected,
    headline,
    why,
    evidence,
    now: { differs: diagnosis.now.differs, text: now, expectedAt: diagnosis.now.expectedAt },
    fix,
    links,
    ...(taken !== undefined && { taken }),
    notes: [...new Set(notes)],
    asOf: clock.moment(answer.asOf),
    ticket: language.ticket(told, parts),
    ...(answer.withoutLog ? soFar(told, language) : {}),
  };
}

/** What takes the place of the words that only the log can give. */
function soFar(told: Told, language: Language) {
  const { headline, reason, why, verdict } = language.soFar;
  return {
    verdict: 'unknown',
    verdictName: verdict,
    headline: headline(told),
    reason: reason(told),
    why: why(told),
    expected: false,
    now: { differs: false, text: '' },
    fix: [],
    ticket: '',
  } as const;
}

function tell({ subject, app, diagnosis }: ExplanationAnswer, clock: Clock): Told {
  const { type, id, userPrincipalName } = subject;
  const name = firstNamed(subject.name, userPrincipalName, subject.mail, id);
  return {
    subject: { type, id, name, userPrincipalName: userPrincipalName && cut(userPrincipalName, 200) },
    app: { id: app.id, appId: app.appId, name: firstNamed(app.name, app.galleryName, app.id) },
    diagnosis,
    clock,
    named: true,
  };
}

/** The first name that shows something; directories hold people and apps without any. */
export function firstNamed(...names: readonly (string | undefined)[]): string {
  return cut(names.find((name) => name !== undefined && name.trim() !== '')?.trim() ?? '?', 120);
}

export function evidenceOf(told: Told, language: Language): readonly WordedEvidence[] {
  const { diagnosis, clock } = told;
  const facts = diagnosis.proof.map((proof): WordedEvidence => {
    const { text, step } = language.proof(proof, told);
    const ref = 'ref' in proof ? proof.ref : undefined;
    return { source: proof.source, text, at: proof.at, ref, when: clock.moment(proof.at), step };
  });
  const quote = language.quote(told);
  const { telling } = diagnosis;
  if (!quote || !telling) return facts;
  return [{ source: 'log', text: quote, at: telling.at, ref: telling.id, when: clock.moment(telling.at) }, ...facts];
}

export function fixOf(
  fixes: readonly Fix[],
  told: Told,
  language: Language,
  linkTo: (place: Place, told: Told) => string | undefined = portalLink,
): readonly WordedFix[] {
  return fixes.flatMap((fix) => {
    const step = language.step(fix, told);
    if (!step) return [];
    const path = [step.menu, step.after].filter((part) => part !== undefined && part !== '').join('. ');
    return [
      {
        owner: fix.owner,
        ownerName: language.owners[fix.owner],
        text: ended(step.text),
        path: path === '' ? undefined : ended(path),
        menu: step.menu,
        after: step.after && ended(step.after),
        link: step.place && linkTo(step.place, told),
        step: 'step' in fix ? fix.step : undefined,
      },
    ];
  });
}

function ended(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

function linksOf(
  told: Told,
  language: Language,
  fix: readonly WordedFix[],
  tutorial: string | undefined,
): readonly Link[] {
  const places: readonly Place[] = ['app-provisioning', 'app-users', 'app-overview', 'subject'];
  const pages = places.flatMap((place) => {
    const url = portalLink(place, told);
    return url === undefined ? [] : [{ title: language.place(place, told), url }];
  });
  // The page of the first step comes first: it is what "Open in Entra" opens.
  const first = fix.find(({ link }) => link !== undefined)?.link ?? pages[0]?.url;
  const wanted = pages.filter(({ url }) => url === first || fix.some(({ link }) => link === url));
  const source = sourceOfCause(told.diagnosis.cause, told.diagnosis.documented);
  return [
    ...wanted.toSorted((one, other) => Number(other.url === first) - Number(one.url === first)),
    ...(source ? [{ title: language.documentation, url: source }] : []),
    ...(tutorial ? [{ title: language.tutorial(told), url: tutorialLink(tutorial) }] : []),
  ];
}
