import type { CredentialsAnswer } from '../answers/app-answers.ts';
import { lookUp } from '../diagnosis/catalogue/catalogue.ts';
import type { Fix } from '../diagnosis/diagnosis.ts';
import { fixForJob } from '../diagnosis/fix.ts';
import type { CredentialsQuestion } from '../questions/question.ts';
import { tellApp } from './app-told.ts';
import { isAskable } from './askable.ts';
import type { Clock } from './clock.ts';
import { fixOf } from './explanation.ts';
import type { Language } from './language.ts';
import type { ToldCredentials } from './language-apps.ts';
import { portalLink, tutorialLink } from './portal-links.ts';
import { sourceOfCause } from './sources.ts';
import type { Link, WordedEvidence } from './worded.ts';
import type { WordedCredentials } from './worded-apps.ts';

/** What is wrong with the credentials with which Entra provisions to an app, if anything. */
export function credentials(
  answer: CredentialsAnswer,
  language: Language,
  clock: Clock,
): Omit<WordedCredentials, 'cost'> {
  const { question, health, trouble, test } = answer;
  const told = tellApp(answer.app, health.job, trouble?.cause ?? 'job-running', language, clock);
  const about: ToldCredentials = { told, health, trouble, test, log: answer.log };
  const { credentials: words } = language;
  const fix = fixOf(fixes(answer), told, language);
  const { id } = told.app;
  const ask: CredentialsQuestion | undefined =
    test.outcome === 'notAsked' && isAskable(id) ? { kind: 'credentials', app: id, test: true } : undefined;
  return {
    question,
    kind: 'credentials',
    app: { id, name: told.app.name, galleryName: answer.app.galleryName },
    state: health.job.state,
    stateName: words.state(about),
    need: trouble ? 'broken' : test.outcome === 'valid' ? 'fine' : health.need === 'unset' ? 'unset' : 'unread',
    cause: trouble?.cause,
    code: trouble?.error.code === '' ? undefined : trouble?.error.code,
    reason: words.reason(about),
    headline: words.headline(about),
    why: words.why(about),
    said: trouble?.error.message === '' ? undefined : trouble?.error.message,
    since: trouble?.since,
    test: { outcome: test.outcome, text: words.test(about), ask },
    meanings: trouble?.documented === undefined ? words.meanings : [],
    facts: words.facts(about),
    evidence: evidenceOf(about, answer.asOf, language),
    fix,
    links: linksOf(answer, about, language),
    notes: [...words.notes(about), ...language.health.notes({ told, health }, answer.gaps)],
    asOf: clock.moment(answer.asOf),
  };
}

/** The steps of the documented code, else those that renew what is saved. */
function fixes({ health, trouble }: CredentialsAnswer): readonly Fix[] {
  if (!trouble) return health.need === 'unset' ? fixForJob('provisioning-not-configured', health.job) : [];
  const entry = trouble.documented === undefined ? undefined : lookUp(trouble.documented);
  if (!entry) return fixForJob('credentials-rejected', health.job);
  return entry.owners.map((owner, index) => ({ code: entry.code, index, owner }));
}

function evidenceOf(about: ToldCredentials, asOf: string, language: Language): readonly WordedEvidence[] {
  const { told, health, trouble } = about;
  const { moment } = told.clock;
  const facts: WordedEvidence[] = [
    { source: 'job', text: language.health.proof({ told, health }), at: asOf, when: moment(asOf) },
  ];
  if (trouble) {
    const at = trouble.at ?? asOf;
    const source = trouble.from === 'log' ? 'log' : 'job';
    facts.push({ source, text: language.credentials.proof(about), at, when: moment(at), ref: trouble.entryId });
  }
  return facts;
}

/** The tutorial says where each app keeps its tokens: it comes first among what there is to read. */
function linksOf(
  { tutorial }: CredentialsAnswer,
  { told, trouble }: ToldCredentials,
  language: Language,
): readonly Link[] {
  const page = portalLink('app-provisioning', told);
  const source = sourceOfCause(trouble?.cause ?? 'credentials-rejected', trouble?.documented);
  return [
    ...(page ? [{ title: language.place('app-provisioning', told), url: page }] : []),
    ...(tutorial ? [{ title: language.tutorial(told), url: tutorialLink(tutorial) }] : []),
    ...(source ? [{ title: language.documentation, url: source }] : []),
  ];
}
