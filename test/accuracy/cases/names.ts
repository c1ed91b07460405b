import { type AccuracyCase, about, type Expected, fault } from '../case.ts';
import { ago, app, changed, person, quarantined, tenant } from '../wire.ts';
import { notEntitled } from '../wire-log.ts';

/** Who and what is meant: the many ways to name a person and an app, namesakes, and what Graph refuses. */

const boards = app('Trellance Boards', { roles: ['Member'] });
const rota = app('Night rota', { gallery: 'Deputy', roles: ['Nurse'] });
const safety = app('Safety Portal', { custom: true, roles: ['Reader'] });
const safetyTest = app('Safety Portal (test)', { custom: true, roles: ['Reader'] });

const renee = person('Renée Ødegård', 'r.odegard@fjordline.example', {
  mail: 'renee.odegaard@mail.fjordline.example',
  mailNickname: 'reneeo',
  employeeId: 'FL-20731',
});
const iain = person('Iain Mac Aoidh', 'iain.macaoidh@fjordline.example');
const north = person('Jun Park', 'jun.park@fjordline.example', { department: 'Deck' });
const south = person('Jun Park', 'jun.park2@fjordline.example', { department: 'Galley' });

const unassigned = { active: true, assigned: false, role: false, passed: true };
const house = { name: 'Fjordline', people: [renee, iain, north, south], apps: [boards, rota, safety, safetyTest] };
const skippedIn = (who: typeof renee, where: typeof boards) =>
  notEntitled({ app: where, who, at: ago('5h') }, { gates: unassigned });
const skipped = { verdict: 'skipped', cause: 'not-assigned', expected: true } as const;

const named: readonly (readonly [id: string, ask: string])[] = [
  ['full-name', 'why was Renée Ødegård skipped in Trellance Boards?'],
  ['upn', 'why was r.odegard@fjordline.example skipped in Trellance Boards?'],
  ['upn-in-capitals', 'why was R.ODEGARD@FJORDLINE.EXAMPLE skipped in Trellance Boards?'],
  ['mail', 'renee.odegaard@mail.fjordline.example skipped in trellance boards'],
  ['nickname', 'why was reneeo skipped in Trellance Boards?'],
  ['employee-id', 'why was FL-20731 skipped in Trellance Boards?'],
  ['object-id', `why was ${renee.id} skipped in Trellance Boards?`],
  ['first-name', 'why was Renée skipped in Trellance Boards?'],
  ['without-accents', 'why was renee odegard skipped in trellance boards?'],
  ['app-typo', 'why was Renée Ødegård skipped in Trelance Boards?'],
  ['app-transposed', 'why was r.odegard@fjordline.example skipped in Trellnace Boards'],
  ['app-first', 'Trellance Boards: why was Renée Ødegård skipped?'],
];

const byName: AccuracyCase[] = named.map(([id, ask]) => ({
  id: `name-${id}`,
  from: 'design: the user and the app are found by any of their names, accents and typing errors aside',
  tenant: tenant({ ...house, log: [skippedIn(renee, boards)] }),
  ask,
  expect: about(renee, boards, skipped),
}));

const twoJuns: Expected = { kind: 'choice', candidates: [north.id, south.id] };

const whichOne: AccuracyCase[] = [
  {
    id: 'name-namesakes-are-a-choice',
    from: 'design: two that fit are a choice',
    tenant: tenant({ ...house }),
    ask: 'why was Jun Park skipped in Trellance Boards?',
    expect: twoJuns,
  },
  {
    id: 'name-namesakes-both-in-the-log',
    from: 'design: never answer about a person the asker may not have meant',
    tenant: tenant({ ...house, log: [skippedIn(north, boards), skippedIn(south, boards)] }),
    ask: 'jun park skipped in trellance boards',
    expect: twoJuns,
  },
  {
    id: 'name-namesake-told-apart-by-upn',
    from: 'design: the UPN names one person',
    tenant: tenant({ ...house, log: [skippedIn(north, boards), skippedIn(south, boards)] }),
    ask: 'why was jun.park2@fjordline.example skipped in Trellance Boards?',
    expect: about(south, boards, skipped),
  },
  {
    id: 'name-nobody',
    from: 'design: notFound for an unknown person',
    tenant: tenant({ ...house }),
    ask: 'why was zebedee.quux@fjordline.example skipped in Trellance Boards?',
    expect: { kind: 'notFound' },
  },
  {
    id: 'name-no-such-app',
    from: 'design: notFound for an unknown app',
    tenant: tenant({ ...house }),
    ask: 'why was Renée Ødegård skipped in Xylophonix?',
    expect: { kind: 'notFound' },
  },
  {
    id: 'name-app-by-gallery-name',
    from: 'design: the app by tenant name or gallery name',
    tenant: tenant({ ...house, log: [skippedIn(iain, rota)] }),
    ask: 'why was Iain Mac Aoidh skipped in Deputy?',
    expect: about(iain, rota, skipped),
  },
  {
    id: 'name-app-exact-among-longer-ones',
    from: 'design: the exact name of an app names that app',
    tenant: tenant({ ...house, log: [skippedIn(iain, safety)] }),
    ask: 'why was iain.macaoidh@fjordline.example skipped in Safety Portal?',
    expect: about(iain, safety, skipped),
  },
  {
    id: 'name-app-beginning-fits-two',
    from: 'design: two that fit are a choice',
    tenant: tenant({ ...house }),
    ask: 'why was iain.macaoidh@fjordline.example skipped in Safety?',
    expect: { kind: 'choice', candidates: [safety.id, safetyTest.id] },
  },
];

const jobFirst: AccuracyCase[] = [
  {
    id: 'first-quarantine-before-unassigned',
    from: 'design: the job first: it outranks anything about the person',
    tenant: tenant({
      ...house,
      apps: [{ app: boards, job: quarantined(boards, 'EncounteredBaseEscrowThreshold') }],
      assigned: [{ to: iain, app: boards }],
      log: [skippedIn(iain, boards)],
    }),
    ask: 'why was iain mac aoidh skipped in Trellance Boards?',
    expect: fault(iain, boards, { verdict: 'skipped', cause: 'quarantined' }),
  },
  {
    id: 'first-quarantine-before-disabled',
    from: 'design: the job first: it outranks anything about the person',
    tenant: tenant({
      ...house,
      people: [changed(iain, { accountEnabled: false })],
      apps: [{ app: boards, job: quarantined(boards, 'EncounteredQuarantineException') }],
      log: [skippedIn(iain, boards)],
    }),
    ask: 'iain mac aoidh skipped in trellance boards',
    expect: about(iain, boards, { verdict: 'skipped', cause: 'quarantined' }),
  },
];

const refused: AccuracyCase[] = [
  {
    id: 'refused-log',
    from: 'design: 403 is a denied answer that names the permission',
    tenant: tenant({ ...house, refuse: { log: 403 } }),
    ask: 'why was renee odegard skipped in trellance boards?',
    expect: { kind: 'denied', permission: 'ProvisioningLog.Read.All' },
  },
  {
    id: 'refused-log-throttled-once',
    from: 'design: 429 honours Retry-After',
    tenant: tenant({ ...house, refuse: { log: 429 }, refuseTimes: 1, log: [skippedIn(renee, boards)] }),
    ask: 'why was renee odegard skipped in trellance boards?',
    expect: about(renee, boards, skipped),
  },
  {
    id: 'refused-schema',
    from: 'design: answer without and name the gap',
    tenant: tenant({ ...house, refuse: { schema: 403 }, log: [skippedIn(renee, boards)] }),
    ask: 'why was renee odegard skipped in trellance boards?',
    expect: about(renee, boards, { verdict: 'skipped', cause: 'not-assigned' }),
  },
];

export const nameCases: readonly AccuracyCase[] = [...byName, ...whichOne, ...jobFirst, ...refused];
