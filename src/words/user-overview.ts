import type { UserApp, UserOverviewAnswer } from '../answers/people-answers.ts';
import { isAskable } from './askable.ts';
import { cut } from './clean.ts';
import type { Clock } from './clock.ts';
import { evidenceOf, firstNamed, fixOf } from './explanation.ts';
import type { Language, Told } from './language.ts';
import { portalLink } from './portal-links.ts';
import { tellAlone } from './tell-alone.ts';
import type { Link, WordedEvidence, WordedFix } from './worded.ts';
import type { WordedUserApp, WordedUserOverview } from './worded-people.ts';

/** Apps whose first steps are told; the explanation of each has them all. */
const mostFixed = 5;

/** What is wrong with somebody, over all apps. */
export function userOverview(
  answer: UserOverviewAnswer,
  language: Language,
  clock: Clock,
): Omit<WordedUserOverview, 'cost'> {
  const { question, left, asOf } = answer;
  const { type, id, userPrincipalName, mail } = answer.subject;
  const name = firstNamed(answer.subject.name, userPrincipalName, mail, id);
  const named: UserOverviewAnswer = { ...answer, subject: { ...answer.subject, name } };
  const apps = answer.apps.map((one) => ({ one, told: tell(one, named, clock) }));
  return {
    question,
    kind: 'userOverview',
    subject: { type, id, name, userPrincipalName: userPrincipalName && cut(userPrincipalName, 200) },
    headline: language.people.overviewHeadline(named, clock),
    why: language.people.overviewWhy(named, clock),
    apps: apps.map(({ one, told }) => appOf(one, told, language)),
    left,
    evidence: apps.flatMap(({ told }) => firstEvidence(told, language)),
    fix: apps
      .filter(({ one }) => isOpen(one))
      .slice(0, mostFixed)
      .flatMap(({ one, told }) => firstFix(one, told, language)),
    links: linksOf(named, language, clock),
    notes: language.people.overviewNotes(named, clock),
    asOf: clock.moment(asOf),
  };
}

function tell({ app, diagnosis }: UserApp, { subject }: UserOverviewAnswer, clock: Clock): Told {
  const { type, id, name, userPrincipalName } = subject;
  return {
    subject: { type, id, name, userPrincipalName },
    app: { id: app.id, appId: app.appId, name: firstNamed(app.name, app.galleryName, app.id) },
    diagnosis,
    clock,
    named: true,
  };
}

function appOf(one: UserApp, told: Told, language: Language): WordedUserApp {
  const { diagnosis, stillActive } = one;
  const { telling } = diagnosis;
  const { subject, app } = told;
  const askable = isAskable(subject.id) && isAskable(app.id);
  return {
    app: { id: app.id, name: app.name },
    verdict: diagnosis.verdict,
    verdictName: stillActive ? language.people.stillActive : language.verdictName(diagnosis),
    cause: diagnosis.cause,
    expected: diagnosis.expected && !stillActive,
    stillActive,
    reason: language.people.appReason(one, told, language.reason(diagnosis.cause, told)),
    at: telling?.at,
    ref: telling?.id,
    when: telling && !saysWhen(one) ? told.clock.moment(telling.at) : undefined,
    question: askable ? { kind: 'explain', user: subject.id, app: app.id, subject: subject.type } : undefined,
  };
}

/** Its reason is the last change, with its date. */
function saysWhen({ diagnosis: { cause }, stillActive }: UserApp): boolean {
  return !stillActive && (cause === 'provisioned' || cause === 'deprovisioned');
}

function isOpen({ diagnosis, stillActive }: UserApp): boolean {
  if (stillActive) return true;
  const { expected, verdict, cause } = diagnosis;
  return !expected && verdict !== 'provisioned' && verdict !== 'deprovisioned' && cause !== 'no-record';
}

/** The entry that decides, by the app that it is of. */
function firstEvidence(told: Told, language: Language): readonly WordedEvidence[] {
  const [first] = evidenceOf(told, language).filter(({ ref }) => ref !== undefined);
  return first ? [{ ...first, text: `${told.app.name}: ${first.text}` }] : [];
}

function firstFix(one: UserApp, told: Told, language: Language): readonly WordedFix[] {
  if (one.stillActive) {
    const link = portalLink('app-provisioning', told);
    const text = language.people.stillActiveStep(told);
    return [{ owner: 'entra-admin', ownerName: language.owners['entra-admin'], text, link }];
  }
  const [first] = fixOf(one.diagnosis.fix, told, language);
  return first ? [{ ...first, text: `${told.app.name}: ${first.text}` }] : [];
}

function linksOf({ subject }: UserOverviewAnswer, language: Language, clock: Clock): readonly Link[] {
  const url = portalLink('subject', { subject });
  return url ? [{ title: language.place('subject', tellAlone({ subject }, language, clock)), url }] : [];
}
