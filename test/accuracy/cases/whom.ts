import { type AccuracyCase, about, fault } from '../case.ts';
import { ago, app, guid, person, quarantined, tenant } from '../wire.ts';
import { created, failed, notEntitled } from '../wire-log.ts';

/** Whom and which app the asker means. Two that fit are a choice; nobody else is ever answered about. */

const jira = app('Jira Cloud', { roles: ['User'] });
const jiraSandbox = app('Jira Cloud (Sandbox)', { gallery: 'Jira Cloud', roles: ['User'] });
const docusign = app('DocuSign', { roles: ['Sender'] });
const northwindCrm = app('Vertrieb', { gallery: 'Salesforce', roles: ['Standard User'] });
const zoom = app('Zoom Meetings PROD', { gallery: 'Zoom', roles: ['Basic'] });
const miro = app('Miro', { roles: ['Member'] });
const house = { name: 'Glarus Präzision' };

const annaWirth = person('Anna Wirth', 'anna.wirth@glarus.example', { department: 'Einkauf' });
const annaZbinden = person('Anna Zbinden', 'anna.zbinden@glarus.example', { department: 'Verkauf' });
const peterBig = person('Peter Frei', 'peter.frei@glarus.example', { department: 'Verkauf' });
const peterSmall = person('Peter Frei', 'peter.frei2@glarus.example', { department: 'Logistik' });
const zoe = person('Zoë Jäggi', 'zoe.jaeggi@glarus.example', { employeeId: 'G-7741' });
const fiona = person("Fiona O'Sullivan-Keller", 'fiona.osullivan@glarus.example', {
  mail: 'f.keller@glarus-group.example',
  mailNickname: 'fkeller',
});
const maria = person('María del Carmen Ruiz López', 'mc.ruiz@glarus.example');
const zielinski = person('Marcin Zieliński', 'marcin.zielinski@glarus.example');
const slackName = person('Jordan Miro', 'jordan.miro@glarus.example');
const olav = person('Olav', 'olav@glarus.example', { surname: null });
const xu = person('Xu Li', 'li.xu@glarus.example');

const unassigned = { active: true, assigned: false, role: false, passed: true };
const conflict = { code: 'EntryConflict', reason: 'taken' };
const everybody = [annaWirth, annaZbinden, peterBig, peterSmall, zoe, fiona, maria, zielinski, slackName, olav, xu];

const done = { verdict: 'provisioned', cause: 'provisioned' } as const;
const conflicting = { verdict: 'failed', cause: 'value-conflict' } as const;

/** Everybody is in the directory; only this person is in that app's log, created there. */
const createdAlone = (id: string, from: string, who: typeof zoe, where: typeof miro, ask: string): AccuracyCase => ({
  id,
  from,
  tenant: tenant({
    ...house,
    apps: [jira, docusign, northwindCrm, zoom, miro],
    people: everybody,
    assigned: [{ to: who, app: where }],
    log: [created({ app: where, who, at: ago('30h') })],
  }),
  ask,
  expect: about(who, where, done),
});

const byName: AccuracyCase[] = [
  createdAlone(
    'whom-upn',
    'requirement: a person by UPN',
    zoe,
    miro,
    'what happened to zoe.jaeggi@glarus.example in Miro',
  ),
  createdAlone(
    'whom-upn-capitals',
    'requirement: any case',
    zoe,
    miro,
    'WHY IS ZOE.JAEGGI@GLARUS.EXAMPLE NOT IN MIRO?',
  ),
  createdAlone(
    'whom-mail-not-upn',
    'requirement: a person by mail',
    fiona,
    docusign,
    'is f.keller@glarus-group.example in DocuSign?',
  ),
  createdAlone(
    'whom-nickname',
    'requirement: a person by mail nickname',
    fiona,
    docusign,
    'why is fkeller not in docusign',
  ),
  createdAlone('whom-employee-id', 'requirement: a person by employee id', zoe, zoom, 'did G-7741 make it into Zoom?'),
  createdAlone(
    'whom-object-id',
    'requirement: a person by object id',
    maria,
    miro,
    `why was ${maria.id} skipped in Miro?`,
  ),
  createdAlone('whom-accents', 'requirement: accents', zielinski, jira, 'why is Marcin Zieliński not in Jira Cloud?'),
  createdAlone('whom-umlaut-typed', 'requirement: accents', zoe, jira, 'zoë jäggi jira cloud'),
  createdAlone(
    'whom-without-accents',
    'requirement: accents, left out by the asker; the UPN has none',
    zielinski,
    jira,
    'marcin zielinski in jira cloud?',
  ),
  createdAlone(
    'whom-apostrophe',
    'requirement: apostrophes',
    fiona,
    docusign,
    "why isn't Fiona O'Sullivan-Keller in DocuSign",
  ),
  createdAlone(
    'whom-apostrophe-typographic',
    'requirement: typographic quotes',
    fiona,
    docusign,
    'why isn’t Fiona O’Sullivan-Keller in DocuSign?',
  ),
  createdAlone(
    'whom-of-five-words',
    'requirement: full names',
    maria,
    miro,
    'did María del Carmen Ruiz López make it into Miro?',
  ),
  createdAlone('whom-first-alone', 'requirement: a person by first name', olav, miro, 'why was olav skipped in miro'),
  createdAlone('whom-first-of-one', 'requirement: a person by first name', zoe, miro, 'zoe miro'),
  createdAlone('whom-surname-first', 'requirement: any order', zielinski, jira, 'Zieliński, Marcin in Jira Cloud?'),
  createdAlone(
    'whom-possessive',
    'requirement: the many ways people ask',
    olav,
    miro,
    "what about olav's account in Miro?",
  ),
  createdAlone('whom-app-first', 'requirement: any order', maria, docusign, 'docusign: mc.ruiz@glarus.example missing'),
  createdAlone(
    'whom-is-also-an-app',
    'requirement: two readings, only the tenant can tell',
    slackName,
    docusign,
    'why was Jordan Miro skipped in DocuSign?',
  ),
  createdAlone(
    'whom-is-also-the-app-asked',
    'requirement: two readings',
    slackName,
    miro,
    'why is jordan miro not in miro?',
  ),
  createdAlone(
    'whom-two-letters',
    'requirement: a person by full name, however short',
    xu,
    docusign,
    'is Xu Li in docusign?',
  ),
  createdAlone(
    'whom-mention',
    'requirement: an @mention of a colleague',
    olav,
    docusign,
    'why was @Olav skipped in DocuSign?',
  ),
  createdAlone(
    'whom-angle-address',
    'requirement: a pasted e-mail address',
    fiona,
    docusign,
    "why was Fiona O'Sullivan-Keller <fiona.osullivan@glarus.example> skipped in DocuSign?",
  ),
  createdAlone(
    'which-gallery-name',
    'requirement: an app by gallery name',
    zoe,
    northwindCrm,
    'why is zoe jäggi not in Salesforce?',
  ),
  createdAlone(
    'which-tenant-name',
    'log-shapes: the tenant chooses the name',
    zoe,
    northwindCrm,
    'why is Zoë Jäggi missing in Vertrieb',
  ),
  createdAlone(
    'which-part-of-name',
    'requirement: a usual short form',
    maria,
    zoom,
    'mc.ruiz@glarus.example not in zoom',
  ),
  createdAlone(
    'which-typo-swapped',
    'requirement: an app with typos',
    zielinski,
    docusign,
    'why was marcin zieliński skipped in Docusgin?',
  ),
  createdAlone(
    'which-typo-missing-letter',
    'requirement: an app with typos',
    olav,
    northwindCrm,
    'why was olav skipped in Salesfoce',
  ),
  createdAlone('which-typo-doubled', 'requirement: an app with typos', olav, zoom, 'why was olav skipped in Zooom'),
];

const namesakes: AccuracyCase[] = [
  {
    id: 'namesakes-choice',
    from: 'design: two that fit are a choice',
    tenant: tenant({ ...house, apps: [miro], people: everybody }),
    ask: 'why was peter frei skipped in Miro?',
    expect: { kind: 'choice', candidates: [peterBig.id, peterSmall.id] },
  },
  {
    id: 'namesakes-first-name-choice',
    from: 'design: two that fit are a choice',
    tenant: tenant({ ...house, apps: [miro], people: everybody }),
    ask: 'why was anna skipped in miro',
    expect: { kind: 'choice', candidates: [annaWirth.id, annaZbinden.id] },
  },
  {
    id: 'namesakes-one-in-the-log',
    from: 'requirement: the person in the log of that app outranks a namesake who has nothing to do with it',
    tenant: tenant({
      ...house,
      apps: [miro],
      people: everybody,
      assigned: [{ to: peterSmall, app: miro }],
      log: [failed({ app: miro, who: peterSmall, at: ago('3h') }, conflict)],
    }),
    ask: 'why is Peter Frei failing in Miro?',
    expect: fault(peterSmall, miro, conflicting),
  },
  {
    id: 'namesakes-first-name-one-in-the-log',
    from: 'requirement: the person in the log outranks a namesake',
    tenant: tenant({
      ...house,
      apps: [docusign],
      people: everybody,
      log: [notEntitled({ app: docusign, who: annaZbinden, at: ago('3h') }, { gates: unassigned })],
    }),
    ask: 'why was anna skipped in docusign?',
    expect: about(annaZbinden, docusign, { verdict: 'skipped', cause: 'not-assigned' }),
  },
  {
    id: 'namesakes-both-in-the-log',
    from: 'design: two that fit are a choice',
    tenant: tenant({
      ...house,
      apps: [miro],
      people: everybody,
      log: [
        failed({ app: miro, who: peterSmall, at: ago('3h') }, conflict),
        created({ app: miro, who: peterBig, at: ago('5h') }),
      ],
    }),
    ask: 'why is Peter Frei failing in miro?',
    expect: { kind: 'choice', candidates: [peterBig.id, peterSmall.id] },
  },
  {
    id: 'namesakes-upn-settles',
    from: 'requirement: a UPN names one person',
    tenant: tenant({
      ...house,
      apps: [miro],
      people: everybody,
      log: [
        failed({ app: miro, who: peterSmall, at: ago('3h') }, conflict),
        created({ app: miro, who: peterBig, at: ago('5h') }),
      ],
    }),
    ask: 'why is peter.frei@glarus.example failing in miro?',
    expect: about(peterBig, miro, done),
  },
  {
    id: 'namesakes-other-app-does-not-count',
    from: 'requirement: the log of that app',
    tenant: tenant({
      ...house,
      apps: [miro, docusign],
      people: everybody,
      log: [failed({ app: docusign, who: peterSmall, at: ago('3h') }, conflict)],
    }),
    ask: 'why is peter frei not in Miro?',
    expect: { kind: 'choice', candidates: [peterBig.id, peterSmall.id] },
  },
  {
    id: 'namesakes-full-name-beats-first-name',
    from: 'requirement: a person by full name',
    tenant: tenant({
      ...house,
      apps: [miro],
      people: everybody,
      log: [failed({ app: miro, who: annaZbinden, at: ago('3h') }, conflict)],
    }),
    ask: 'why was anna wirth skipped in miro?',
    expect: about(annaWirth, miro, { verdict: 'notProvisioned', cause: 'not-assigned', expected: true }),
  },
  {
    id: 'namesakes-guest-and-member',
    from: 'design: two that fit are a choice; a guest account is another account',
    tenant: tenant({
      ...house,
      apps: [miro],
      people: [
        zielinski,
        person('Marcin Zieliński', 'marcin_other.example#EXT#@glarus.example', {
          userType: 'Guest',
          mail: 'marcin@other.example',
        }),
      ],
    }),
    ask: 'why was Marcin Zieliński skipped in Miro?',
    expect: { kind: 'choice', candidates: [zielinski.id] },
  },
];

const notThere: AccuracyCase[] = [
  {
    id: 'nobody-of-that-name',
    from: 'requirement: unknown person: not found',
    tenant: tenant({ ...house, apps: [miro], people: everybody }),
    ask: 'why was Hortensia Blumfeld skipped in Miro?',
    expect: { kind: 'notFound' },
  },
  {
    id: 'nobody-of-that-address',
    from: 'requirement: unknown person',
    tenant: tenant({ ...house, apps: [miro], people: everybody }),
    ask: 'why was hortensia.blumfeld@glarus.example skipped in miro?',
    expect: { kind: 'notFound' },
  },
  {
    id: 'nobody-with-that-object-id',
    from: 'requirement: unknown person',
    tenant: tenant({ ...house, apps: [miro], people: everybody }),
    ask: `why was ${guid('nobody at all')} skipped in Miro?`,
    expect: { kind: 'notFound' },
  },
  {
    id: 'no-such-app',
    from: 'requirement: unknown app: not found',
    tenant: tenant({ ...house, apps: [miro, docusign], people: everybody }),
    ask: 'why was zoe.jaeggi@glarus.example skipped in Wombatron?',
    expect: { kind: 'notFound' },
  },
  {
    id: 'known-brand-not-in-this-tenant',
    from: 'requirement: unknown app, though the world knows it',
    tenant: tenant({ ...house, apps: [miro, docusign], people: everybody }),
    ask: 'why was zoe.jaeggi@glarus.example skipped in Dropbox?',
    expect: { kind: 'notFound' },
  },
  {
    id: 'person-nearly-spelled',
    from: 'requirement: the nearest names to choose from; never answer about a person the asker may not have meant',
    tenant: tenant({ ...house, apps: [miro], people: everybody }),
    ask: 'why was Marcin Zielinskj skipped in Miro?',
    expect: { kind: ['notFound', 'choice'], candidates: [zielinski.id] },
  },
  {
    id: 'person-half-without-accents',
    from: 'requirement: accents; whether the directory minds them is not documented, so the nearest names will do, too',
    tenant: tenant({ ...house, apps: [miro], people: everybody }),
    ask: 'why is zoe jäggi not in Miro?',
    expect: { kind: ['explanation', 'choice', 'notFound'], notCause: ['provisioned'] },
  },
  {
    id: 'wrong-surname-is-not-the-namesake',
    from: 'design: never answer about a person the asker may not have meant',
    tenant: tenant({
      ...house,
      apps: [miro],
      people: everybody,
      log: [failed({ app: miro, who: annaZbinden, at: ago('3h') }, conflict)],
    }),
    ask: 'why was Anna Oberholzer skipped in Miro?',
    expect: { kind: ['notFound', 'choice'] },
  },
];

const whichApp: AccuracyCase[] = [
  {
    id: 'which-exact-beats-longer',
    from: 'requirement: confusable names: the whole name names one',
    tenant: tenant({
      ...house,
      apps: [jiraSandbox, jira],
      people: everybody,
      assigned: [{ to: zoe, app: jira }],
      log: [created({ app: jira, who: zoe, at: ago('3h') })],
    }),
    ask: 'why is zoe.jaeggi@glarus.example not in Jira Cloud?',
    expect: about(zoe, jira, done),
  },
  {
    id: 'which-short-form-of-two',
    from: 'design: two that fit are a choice',
    tenant: tenant({
      ...house,
      apps: [app('Kanbanery East', { custom: true }), app('Kanbanery West', { custom: true })],
      people: everybody,
    }),
    ask: 'why is zoe.jaeggi@glarus.example not in Kanbanery?',
    expect: { kind: 'choice' },
  },
  {
    id: 'which-sandbox-named',
    from: 'requirement: confusable names',
    tenant: tenant({
      ...house,
      apps: [jira, jiraSandbox],
      people: everybody,
      assigned: [{ to: zoe, app: jiraSandbox }],
      log: [
        created({ app: jira, who: zoe, at: ago('3h') }),
        failed({ app: jiraSandbox, who: zoe, at: ago('2h') }, conflict),
      ],
    }),
    ask: 'why is zoe.jaeggi@glarus.example failing in jira cloud (sandbox)?',
    expect: fault(zoe, jiraSandbox, conflicting),
  },
  {
    id: 'which-name-with-preposition',
    from: 'requirement: app names are free text',
    tenant: tenant({
      ...house,
      apps: [app('Check in Desk', { custom: true }), miro],
      people: everybody,
      log: [failed({ app: app('Check in Desk', { custom: true }), who: olav, at: ago('2h') }, conflict)],
      assigned: [{ to: olav, app: app('Check in Desk', { custom: true }) }],
    }),
    ask: 'why was olav skipped in Check in Desk?',
    expect: fault(olav, app('Check in Desk', { custom: true }), conflicting),
  },
  {
    id: 'which-same-gallery-tenant-name-wins',
    from: 'requirement: an app by tenant name',
    tenant: tenant({
      ...house,
      apps: [app('Zoom', { gallery: 'Zoom' }), app('Webinare', { gallery: 'Zoom' })],
      people: everybody,
      assigned: [{ to: maria, app: app('Webinare', { gallery: 'Zoom' }) }],
      log: [created({ app: app('Webinare', { gallery: 'Zoom' }), who: maria, at: ago('2h') })],
    }),
    ask: 'is mc.ruiz@glarus.example in Webinare?',
    expect: about(maria, app('Webinare', { gallery: 'Zoom' }), done),
  },
];

const gaps: AccuracyCase[] = [
  {
    id: 'gap-jobs-refused',
    from: 'design: what may not be read is named, the answer stands without it',
    tenant: tenant({
      ...house,
      apps: [miro],
      refuse: { jobs: 403, schema: 403 },
      people: [zoe],
      log: [notEntitled({ app: miro, who: zoe, at: ago('3h') }, { gates: unassigned })],
    }),
    ask: 'why was zoe jäggi skipped in miro?',
    expect: about(zoe, miro, { verdict: 'skipped', cause: 'not-assigned', notes: ['gap'] }),
  },
  {
    id: 'gap-schema-refused',
    from: 'design: cannot be checked from here; the log’s own clause still stands',
    tenant: tenant({
      ...house,
      apps: [miro],
      refuse: { schema: 403 },
      assigned: [{ to: olav, app: miro }],
      log: [
        notEntitled(
          { app: miro, who: olav, at: ago('3h') },
          {
            gates: {
              active: true,
              assigned: true,
              role: true,
              passed: false,
              result: { "Engineers.department EQUALS 'Engineering'": false },
            },
          },
        ),
      ],
    }),
    ask: 'why was olav skipped in Miro',
    expect: fault(olav, miro, { verdict: 'skipped', cause: 'scoping-filter' }),
  },
  {
    id: 'gap-assignments-refused',
    from: 'design: not-assigned rests on the log’s scoping step',
    tenant: tenant({
      ...house,
      apps: [miro],
      refuse: { assignments: 403 },
      people: [zoe],
      log: [notEntitled({ app: miro, who: zoe, at: ago('3h') }, { gates: unassigned })],
    }),
    ask: 'why was zoe.jaeggi@glarus.example skipped in miro?',
    expect: { ...about(zoe, miro, { verdict: 'skipped', cause: 'not-assigned', notes: ['gap'] }) },
  },
  {
    id: 'gap-assignments-refused-no-entry',
    from: 'design: an absence that cannot be read is no absence',
    tenant: tenant({ ...house, apps: [miro], refuse: { assignments: 403 }, people: [zoe] }),
    ask: 'why is zoe.jaeggi@glarus.example missing in miro?',
    expect: about(zoe, miro, { cause: 'no-record', notCause: ['not-assigned'], expected: false }),
  },
  {
    id: 'gap-memberships-refused',
    from: 'design: a failure is the failure whatever else cannot be read',
    tenant: tenant({
      ...house,
      apps: [miro],
      refuse: { memberships: 403 },
      assigned: [{ to: zoe, app: miro }],
      log: [failed({ app: miro, who: zoe, at: ago('3h') }, conflict)],
    }),
    ask: 'why is zoe jäggi failing in miro',
    expect: fault(zoe, miro, conflicting),
  },
  {
    id: 'gap-log-refused',
    from: 'requirement: 403: the asker reads that Skipper may not read this; never that nothing is there',
    tenant: tenant({ ...house, apps: [miro], refuse: { log: 403 }, assigned: [{ to: zoe, app: miro }] }),
    ask: 'why was zoe.jaeggi@glarus.example skipped in Miro?',
    expect: { kind: ['denied', 'explanation'], notCause: ['no-record', 'provisioned'] },
  },
  {
    id: 'gap-users-refused',
    from: 'requirement: 403: the asker reads that Skipper may not read this',
    tenant: tenant({ ...house, apps: [miro], refuse: { users: 403 }, people: [zoe] }),
    ask: 'why was zoe.jaeggi@glarus.example skipped in Miro?',
    expect: { kind: 'denied' },
  },
  {
    id: 'gap-apps-refused',
    from: 'requirement: 401/403',
    tenant: tenant({ ...house, apps: [miro], refuse: { apps: 403 }, people: [zoe] }),
    ask: 'why was zoe.jaeggi@glarus.example skipped in Miro?',
    expect: { kind: 'denied' },
  },
  {
    id: 'gap-token-expired',
    from: 'requirement: 401',
    tenant: tenant({
      ...house,
      apps: [miro],
      refuse: { apps: 401, users: 401, log: 401, jobs: 401, schema: 401, assignments: 401, memberships: 401 },
      people: [zoe],
    }),
    ask: 'zoe.jaeggi@glarus.example miro',
    expect: { kind: 'denied' },
  },
  {
    id: 'gap-throttled-once',
    from: 'graph-api: 429 with a fractional Retry-After is waited out',
    tenant: tenant({
      ...house,
      apps: [miro],
      refuse: { log: 429 },
      refuseTimes: 1,
      assigned: [{ to: zoe, app: miro }],
      log: [failed({ app: miro, who: zoe, at: ago('3h') }, conflict)],
    }),
    ask: 'why is zoe jäggi failing in Miro?',
    expect: fault(zoe, miro, conflicting),
  },
  {
    id: 'gap-users-only-quarantine-known',
    from: 'design: job first, whatever the log refuses',
    tenant: tenant({
      ...house,
      apps: [{ app: miro, job: quarantined(miro, 'EncounteredQuarantineException') }],
      refuse: { schema: 403 },
      assigned: [{ to: zoe, app: miro }],
    }),
    ask: 'why is zoe.jaeggi@glarus.example not in miro',
    expect: fault(zoe, miro, { verdict: 'notProvisioned', cause: 'quarantined' }),
  },
];

export const whomCases: readonly AccuracyCase[] = [...byName, ...namesakes, ...notThere, ...whichApp, ...gaps];
