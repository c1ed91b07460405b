import { type AccuracyCase, about, fault } from '../case.ts';
import {
  type App,
  ago,
  app,
  dynamicGroup,
  filter,
  group,
  type Principal,
  person,
  runs,
  schema,
  tenant,
} from '../wire.ts';
import { type About, created, type Gates, notEntitled, type Sentence, sentences } from '../wire-log.ts';

/** NotEffectivelyEntitled: one code, and six reasons behind it. */

const workflow = app('Tessellate Planner', { roles: ['Planner', 'Viewer'] });
const crm = app('CRM North', { gallery: 'Pipedrive', roles: ['Seller'] });
const learning = app('LearnUpon', { roles: ['Learner', 'Manager'] });
const vault = app('Keeper Password Manager', { roles: ['User'] });
const timesheets = app('Timesheets (internal)', { custom: true, roles: ['Employee'] });

const ottilie = person('Ottilie Brandt', 'ottilie.brandt@harrowgate.example', { department: 'Radiology' });
const kwame = person('Kwame Asante', 'kwame.asante@harrowgate.example', { department: 'Estates' });
const siobhan = person('Siobhán Ní Cheallaigh', 'siobhan.nicheallaigh@harrowgate.example');
const rafael = person('Rafael Quintana', 'rquintana@harrowgate.example', { department: 'Cardiology' });
const yuki = person('Yuki Tanabe', 'yuki.tanabe@harrowgate.example', { department: 'Pharmacy' });
const gone = person('Benedikt Oyelaran', 'benedikt.oyelaran@harrowgate.example', { accountEnabled: false });
const hired = person('Fenna de Wit', 'fenna.dewit@harrowgate.example');

const allOpen: Gates = { active: true, assigned: true, role: true, passed: true };
const unassigned: Gates = { active: true, assigned: false, role: false, passed: true };
const inactive: Gates = { active: false, assigned: true, role: true, passed: true };
const noRole: Gates = { active: true, assigned: true, role: false, passed: true };
const entitlementOnly: Gates = { active: true, assigned: true, passed: true };

const at = (who: Principal, where: App, when: string, more: Partial<About> = {}): About => ({
  app: where,
  who,
  at: ago(when),
  ...more,
});
const house = { name: 'Harrowgate Hospitals' };

const notAssigned: AccuracyCase[] = [
  {
    id: 'gate-unassigned-new-labels',
    from: 'log-shapes: unassigned normally also brings the entitlement sentence; design: noise',
    tenant: tenant({
      ...house,
      apps: [workflow],
      people: [ottilie],
      log: [notEntitled(at(ottilie, workflow, '5h'), { gates: unassigned })],
    }),
    ask: 'why was ottilie brandt skipped in Tessellate Planner?',
    expect: about(ottilie, workflow, {
      verdict: 'skipped',
      cause: 'not-assigned',
      also: [],
      noise: ['no-entitled-role'],
      expected: true,
    }),
  },
  {
    id: 'gate-unassigned-old-labels',
    from: 'log-shapes: IsActive, Assigned, IsEffectivelyEntitledForProvisioning, IsInProvisioningScopeDisplayName',
    tenant: tenant({
      ...house,
      apps: [crm],
      people: [kwame],
      log: [notEntitled(at(kwame, crm, '2d', { form: 'old' }), { gates: unassigned, noKeys: true })],
    }),
    ask: 'why is kwame asante not in CRM North',
    expect: about(kwame, crm, {
      verdict: 'skipped',
      cause: 'not-assigned',
      also: [],
      noise: ['no-entitled-role'],
      expected: true,
    }),
  },
  {
    id: 'gate-unassigned-sentence-alone',
    from: 'log-shapes: tell the four apart by key or sentence',
    tenant: tenant({
      ...house,
      apps: [learning],
      people: [rafael],
      log: [
        notEntitled(at(rafael, learning, '9h'), {
          gates: unassigned,
          says: ['unassigned'],
          noScopingStep: true,
          noKeys: true,
        }),
      ],
    }),
    ask: 'why wasn’t rafael quintana created in LearnUpon?',
    expect: about(rafael, learning, { verdict: 'skipped', cause: 'not-assigned', also: [], expected: true }),
  },
  {
    id: 'gate-unassigned-skip-keys-only',
    from: 'log-shapes: skip step keys IsActive, Assigned to the application, IsInProvisioningScope',
    tenant: tenant({
      ...house,
      apps: [vault],
      people: [yuki],
      log: [notEntitled(at(yuki, vault, '26h'), { gates: unassigned, says: [], noScopingStep: true })],
    }),
    ask: 'yuki tanabe keeper password manager skipped',
    expect: about(yuki, vault, { verdict: 'skipped', cause: 'not-assigned', expected: true }),
  },
  {
    id: 'gate-unassigned-entitlement-first-drifted',
    from: 'log-shapes: wording drifts ("update the provisioning scope"); order of the sentences is not promised',
    tenant: tenant({
      ...house,
      apps: [workflow],
      people: [siobhan],
      log: [
        notEntitled(at(siobhan, workflow, '3h'), {
          gates: unassigned,
          says: [
            { verbatim: sentences.entitlement.replace('update provisioning scope', 'update the provisioning scope') },
            { verbatim: sentences.unassigned.replace('did not expect', 'didn’t expect') },
          ],
        }),
      ],
    }),
    ask: 'why was Siobhán Ní Cheallaigh skipped in tessellate planner',
    expect: about(siobhan, workflow, {
      verdict: 'skipped',
      cause: 'not-assigned',
      also: [],
      noise: ['no-entitled-role'],
      expected: true,
    }),
  },
  {
    id: 'gate-unassigned-audit-2019',
    from: 'log-shapes: 2019 audit form of the reason',
    tenant: tenant({
      ...house,
      apps: [timesheets],
      people: [kwame],
      log: [
        notEntitled(at(kwame, timesheets, '4d', { form: 'old' }), {
          gates: unassigned,
          noScopingStep: true,
          noKeys: true,
          says: [
            {
              verbatim:
                'User details: Skip reason = NotEffectivelyEntitled, Active = True, Assigned = False, Passed scope filter: True;',
            },
          ],
        }),
      ],
    }),
    ask: 'what happened to kwame.asante@harrowgate.example in Timesheets (internal)?',
    expect: about(kwame, timesheets, { verdict: 'skipped', cause: 'not-assigned', also: [], expected: true }),
  },
  {
    id: 'gate-unassigned-and-filtered',
    from: 'public reports: unassigned + unentitled + dirSyncEnabled IS TRUE false, a real log',
    tenant: tenant({
      ...house,
      apps: [
        { app: crm, schema: schema(crm, { filters: [filter('On-prem Owned Users', ['dirSyncEnabled', 'IS TRUE'])] }) },
      ],
      people: [rafael],
      log: [
        notEntitled(at(rafael, crm, '7h'), {
          gates: {
            active: true,
            assigned: false,
            role: false,
            passed: false,
            result: { 'On-prem Owned Users.dirSyncEnabled IS TRUE': false },
          },
        }),
      ],
    }),
    ask: 'why was rafael quintana skipped in CRM North?',
    expect: about(rafael, crm, {
      verdict: 'skipped',
      cause: 'not-assigned',
      also: ['scoping-filter'],
      noise: ['no-entitled-role'],
      expected: true,
    }),
  },
  {
    id: 'gate-unassigned-and-filtered-sentences-stacked',
    from: 'log-shapes: sentences stack, numbered',
    tenant: tenant({
      ...house,
      apps: [
        {
          app: learning,
          schema: schema(learning, { filters: [filter('Clinicians', ['department', 'EQUALS', 'Cardiology'])] }),
        },
      ],
      people: [ottilie],
      log: [
        notEntitled(at(ottilie, learning, '30h'), {
          gates: { active: true, assigned: false, role: false, passed: false },
          says: ['unassigned', 'entitlement', 'filter'],
          noScopingStep: true,
          noKeys: true,
        }),
      ],
    }),
    ask: 'did ottilie brandt make it into learnupon',
    expect: about(ottilie, learning, {
      verdict: 'skipped',
      cause: 'not-assigned',
      also: ['scoping-filter'],
      noise: ['no-entitled-role'],
      expected: true,
    }),
  },
  {
    id: 'gate-unassigned-no-entry',
    from: 'design: not-assigned rests on the log, or on the absence of any assignment; no entry is a finding',
    tenant: tenant({ ...house, apps: [vault], people: [yuki] }),
    ask: 'why is Yuki Tanabe missing in Keeper Password Manager?',
    expect: about(yuki, vault, { verdict: 'notProvisioned', cause: 'not-assigned', expected: true }),
  },
  {
    id: 'gate-unassigned-member-of-unassigned-group',
    from: 'scoping: assigned means direct, or direct member of an assigned group',
    tenant: tenant({
      ...house,
      apps: [vault],
      members: [[group('Pharmacy Night Shift'), yuki]],
      log: [notEntitled(at(yuki, vault, '5h'), { gates: unassigned })],
    }),
    ask: 'yuki tanabe not showing up in keeper password manager',
    expect: about(yuki, vault, {
      verdict: 'skipped',
      cause: 'not-assigned',
      also: [],
      noise: ['no-entitled-role'],
      expected: true,
    }),
  },
  {
    id: 'gate-unassigned-somebody-else-assigned',
    from: 'design: answer about the person asked for',
    tenant: tenant({
      ...house,
      apps: [crm],
      people: [kwame],
      assigned: [{ to: ottilie, app: crm }],
      log: [notEntitled(at(kwame, crm, '2h'), { gates: unassigned }), created(at(ottilie, crm, '2h'))],
    }),
    ask: 'why was Kwame Asante skipped in CRM North?',
    expect: about(kwame, crm, { verdict: 'skipped', cause: 'not-assigned', expected: true }),
  },
  {
    id: 'gate-unassigned-since-the-skip-of-others',
    from: 'design: expected true offers what to do if it is wanted after all',
    tenant: tenant({
      ...house,
      apps: [timesheets],
      people: [siobhan],
      log: [
        notEntitled(at(siobhan, timesheets, '11d'), { gates: unassigned }),
        notEntitled(at(siobhan, timesheets, '2d'), { gates: unassigned }),
      ],
    }),
    ask: 'why does siobhan.nicheallaigh@harrowgate.example have no account in Timesheets (internal)?',
    expect: about(siobhan, timesheets, {
      verdict: 'skipped',
      cause: 'not-assigned',
      noise: ['no-entitled-role'],
      expected: true,
    }),
  },
];

const nurses = group('Ward Nurses');
const nightNurses = group('Night Nurses');
const deepNurses = group('Night Nurses Floor 4');

const nested: AccuracyCase[] = [
  {
    id: 'gate-nested-group',
    from: 'scoping: only immediate members of an assigned group; nested groups: no',
    tenant: tenant({
      ...house,
      apps: [workflow],
      members: [
        [nurses, nightNurses],
        [nightNurses, ottilie],
      ],
      assigned: [{ to: nurses, app: workflow, role: 'Planner' }],
      log: [notEntitled(at(ottilie, workflow, '6h'), { gates: unassigned })],
    }),
    ask: 'why was ottilie brandt skipped in Tessellate Planner?',
    expect: fault(ottilie, workflow, {
      verdict: 'skipped',
      cause: 'nested-group',
      also: [],
      noise: ['no-entitled-role'],
    }),
  },
  {
    id: 'gate-nested-two-deep-no-entry',
    from: 'scoping: nested groups are not read, however deep; design: no entry is a finding',
    tenant: tenant({
      ...house,
      apps: [learning],
      members: [
        [nurses, nightNurses],
        [nightNurses, deepNurses],
        [deepNurses, rafael],
      ],
      assigned: [{ to: nurses, app: learning }],
    }),
    ask: 'rafael quintana isn’t in learnupon, why?',
    expect: fault(rafael, learning, { verdict: 'notProvisioned', cause: 'nested-group' }),
  },
  {
    id: 'gate-nested-and-filtered',
    from: 'design: also holds the other gates that must be opened',
    tenant: tenant({
      ...house,
      apps: [
        { app: crm, schema: schema(crm, { filters: [filter('Front desk', ['department', 'EQUALS', 'Front desk'])] }) },
      ],
      members: [
        [nurses, nightNurses],
        [nightNurses, kwame],
      ],
      assigned: [{ to: nurses, app: crm }],
      log: [
        notEntitled(at(kwame, crm, '8h'), {
          gates: {
            active: true,
            assigned: false,
            role: false,
            passed: false,
            result: { "Front desk.department EQUALS 'Front desk'": false },
          },
        }),
      ],
    }),
    ask: 'why was kwame asante skipped in CRM North?',
    expect: fault(kwame, crm, {
      verdict: 'skipped',
      cause: 'nested-group',
      also: ['scoping-filter'],
      noise: ['no-entitled-role'],
    }),
  },
  {
    id: 'gate-nested-but-also-direct-member',
    from: 'scoping: a direct member of an assigned group is assigned',
    tenant: tenant({
      ...house,
      apps: [vault],
      members: [
        [nurses, nightNurses, yuki],
        [nightNurses, yuki],
      ],
      assigned: [{ to: nurses, app: vault }],
      log: [created(at(yuki, vault, '6d'))],
    }),
    ask: 'is yuki tanabe in keeper password manager?',
    expect: about(yuki, vault, { verdict: 'provisioned', cause: 'provisioned' }),
  },
  {
    id: 'gate-nested-old-labels',
    from: 'log-shapes: 2020 labels; scoping: nested groups',
    tenant: tenant({
      ...house,
      apps: [timesheets],
      members: [
        [nurses, deepNurses],
        [deepNurses, siobhan],
      ],
      assigned: [{ to: nurses, app: timesheets }],
      log: [notEntitled(at(siobhan, timesheets, '28h', { form: 'old' }), { gates: unassigned })],
    }),
    ask: 'siobhán ní cheallaigh timesheets (internal) not created',
    expect: fault(siobhan, timesheets, { verdict: 'skipped', cause: 'nested-group', also: [] }),
  },
];

const disabledAccount: AccuracyCase[] = [
  {
    id: 'gate-disabled',
    from: 'log-shapes: IsActive=False; design: expected when the account is disabled',
    tenant: tenant({
      ...house,
      apps: [workflow],
      assigned: [{ to: gone, app: workflow }],
      log: [notEntitled(at(gone, workflow, '4h'), { gates: inactive })],
    }),
    ask: 'why was Benedikt Oyelaran skipped in Tessellate Planner?',
    expect: about(gone, workflow, { verdict: 'skipped', cause: 'disabled-in-source', also: [], expected: true }),
  },
  {
    id: 'gate-disabled-sentence-alone',
    from: 'log-shapes: "This object is not active in the source system."',
    tenant: tenant({
      ...house,
      apps: [crm],
      assigned: [{ to: gone, app: crm }],
      log: [notEntitled(at(gone, crm, '50h'), { gates: inactive, noScopingStep: true, noKeys: true })],
    }),
    ask: 'benedikt oyelaran CRM North skipped why',
    expect: about(gone, crm, { verdict: 'skipped', cause: 'disabled-in-source', also: [], expected: true }),
  },
  {
    id: 'gate-disabled-and-unassigned',
    from: 'design: the cause is the first gate that is shut; also holds the others',
    tenant: tenant({
      ...house,
      apps: [vault],
      people: [gone],
      log: [
        notEntitled(at(gone, vault, '4h'), { gates: { active: false, assigned: false, role: false, passed: true } }),
      ],
    }),
    ask: 'why was benedikt.oyelaran@harrowgate.example skipped in Keeper Password Manager',
    expect: about(gone, vault, {
      verdict: 'skipped',
      cause: 'disabled-in-source',
      also: ['not-assigned'],
      noise: ['no-entitled-role'],
      expected: true,
    }),
  },
  {
    id: 'gate-disabled-unassigned-and-filtered',
    from: 'design: gates in order, every shut one is named',
    tenant: tenant({
      ...house,
      apps: [
        { app: crm, schema: schema(crm, { filters: [filter('Clinic', ['department', 'EQUALS', 'Cardiology'])] }) },
      ],
      people: [gone],
      log: [
        notEntitled(at(gone, crm, '4h'), {
          gates: {
            active: false,
            assigned: false,
            role: false,
            passed: false,
            result: { "Clinic.department EQUALS 'Cardiology'": false },
          },
        }),
      ],
    }),
    ask: 'why isn’t Benedikt Oyelaran in CRM North?',
    expect: about(gone, crm, {
      verdict: 'skipped',
      cause: 'disabled-in-source',
      also: ['not-assigned', 'scoping-filter'],
      noise: ['no-entitled-role'],
      expected: true,
    }),
  },
  {
    id: 'gate-disabled-no-entry',
    from: 'design: no entry: job, assignment, account and filter say what it means',
    tenant: tenant({ ...house, apps: [learning], assigned: [{ to: gone, app: learning, role: 'Learner' }] }),
    ask: 'what about Benedikt Oyelaran in LearnUpon?',
    expect: about(gone, learning, { verdict: 'notProvisioned', cause: 'disabled-in-source', expected: true }),
  },
  {
    id: 'gate-soft-deleted',
    from: 'design: disabled-in-source: disabled or soft-deleted',
    tenant: tenant({
      ...house,
      apps: [vault],
      deleted: [kwame],
      log: [
        notEntitled(at(kwame, vault, '4d', { imported: { IsSoftDeleted: 'True' } }), {
          gates: { active: false, assigned: false, role: false, passed: true },
        }),
      ],
    }),
    ask: 'why was kwame.asante@harrowgate.example skipped in keeper password manager?',
    expect: about(kwame, vault, { verdict: 'skipped', cause: 'disabled-in-source', expected: true }),
  },
  {
    id: 'gate-disabled-since-the-entry',
    from: 'design: then and now: if one is still shut, that is the cause; gates in order',
    tenant: tenant({
      ...house,
      apps: [workflow],
      people: [gone],
      log: [notEntitled(at(gone, workflow, '9d'), { gates: unassigned })],
    }),
    ask: 'benedikt oyelaran in tessellate planner?',
    expect: about(gone, workflow, {
      verdict: 'skipped',
      cause: 'disabled-in-source',
      also: ['not-assigned'],
      expected: true,
      nowDiffers: true,
    }),
  },
  {
    id: 'gate-enabled-since',
    from: 'design: every gate stands open today: awaiting-next-cycle, now.was holds the logged cause',
    tenant: tenant({
      ...house,
      apps: [learning],
      assigned: [{ to: hired, app: learning }],
      log: [notEntitled(at(hired, learning, '5h'), { gates: inactive })],
    }),
    ask: 'why was Fenna de Wit skipped in LearnUpon?',
    expect: fault(hired, learning, {
      verdict: 'skipped',
      cause: 'awaiting-next-cycle',
      was: 'disabled-in-source',
      nowDiffers: true,
    }),
  },
  {
    id: 'gate-enabled-since-but-unassigned',
    from: 'design: if one is still shut, that is the cause',
    tenant: tenant({
      ...house,
      apps: [vault],
      people: [hired],
      log: [
        notEntitled(at(hired, vault, '5h'), { gates: { active: false, assigned: false, role: false, passed: true } }),
      ],
    }),
    ask: 'why was fenna.dewit@harrowgate.example skipped in Keeper Password Manager?',
    expect: about(hired, vault, { verdict: 'skipped', cause: 'not-assigned', expected: true, nowDiffers: true }),
  },
];

const says = (...names: Sentence[]): Sentence[] => names;

const roles: AccuracyCase[] = [
  {
    id: 'gate-default-access-role',
    from: 'scoping: default access role; log-shapes: entitlement sentence alone: no or default role',
    tenant: tenant({
      ...house,
      apps: [workflow],
      assigned: [{ to: rafael, app: workflow, role: 'default' }],
      log: [notEntitled(at(rafael, workflow, '4h'), { gates: noRole })],
    }),
    ask: 'why was rafael quintana skipped in tessellate planner',
    expect: fault(rafael, workflow, { verdict: 'skipped', cause: 'no-entitled-role', also: [] }),
  },
  {
    id: 'gate-default-access-sentence-alone',
    from: 'log-shapes: none of the three False, entitlement only',
    tenant: tenant({
      ...house,
      apps: [learning],
      assigned: [{ to: ottilie, app: learning, role: 'default' }],
      log: [
        notEntitled(at(ottilie, learning, '4h'), {
          gates: entitlementOnly,
          says: says('entitlement'),
          noScopingStep: true,
        }),
      ],
    }),
    ask: 'Ottilie Brandt was skipped in LearnUpon, why?',
    expect: fault(ottilie, learning, { verdict: 'skipped', cause: 'no-entitled-role', also: [] }),
  },
  {
    id: 'gate-default-access-by-group',
    from: 'scoping: assigned by a direct group, with a role that does not entitle',
    tenant: tenant({
      ...house,
      apps: [crm],
      members: [[nurses, kwame]],
      assigned: [{ to: nurses, app: crm, role: 'default' }],
      log: [notEntitled(at(kwame, crm, '6h', { matchFirst: true }), { gates: noRole })],
    }),
    ask: 'why was Kwame Asante skipped in CRM North',
    expect: fault(kwame, crm, { verdict: 'skipped', cause: 'no-entitled-role', also: [] }),
  },
  {
    id: 'gate-default-access-old-labels',
    from: 'log-shapes: IsEffectivelyEntitledForProvisioning in the 2020 form; public reports',
    tenant: tenant({
      ...house,
      apps: [timesheets],
      assigned: [{ to: yuki, app: timesheets, role: 'default' }],
      log: [notEntitled(at(yuki, timesheets, '7d', { form: 'old' }), { gates: noRole, noKeys: true })],
    }),
    ask: 'yuki tanabe skipped timesheets (internal)',
    expect: fault(yuki, timesheets, { verdict: 'skipped', cause: 'no-entitled-role', also: [] }),
  },
  {
    id: 'gate-no-role-and-filtered',
    from: 'design: gates in order: role before filter',
    tenant: tenant({
      ...house,
      apps: [
        { app: learning, schema: schema(learning, { filters: [filter('Doctors', ['jobTitle', 'EQUALS', 'Doctor'])] }) },
      ],
      assigned: [{ to: siobhan, app: learning, role: 'default' }],
      log: [
        notEntitled(at(siobhan, learning, '4h'), {
          gates: {
            active: true,
            assigned: true,
            role: false,
            passed: false,
            result: { "Doctors.jobTitle EQUALS 'Doctor'": false },
          },
        }),
      ],
    }),
    ask: 'why was siobhán ní cheallaigh skipped in LearnUpon?',
    expect: fault(siobhan, learning, { verdict: 'skipped', cause: 'no-entitled-role', also: ['scoping-filter'] }),
  },
  {
    id: 'gate-assignment-record',
    from: 'design: not effectively entitled although active, assigned, with a role, filter passed',
    tenant: tenant({
      ...house,
      apps: [workflow],
      assigned: [{ to: kwame, app: workflow, role: 'Viewer' }],
      log: [notEntitled(at(kwame, workflow, '4h'), { gates: allOpen, says: says('entitlement') })],
    }),
    ask: 'why was kwame asante skipped in Tessellate Planner?',
    expect: fault(kwame, workflow, { verdict: 'skipped', cause: 'assignment-record', also: [] }),
  },
  {
    id: 'gate-assignment-record-old-labels',
    from: 'troubleshooting page: "not effectively entitled": un-assign and re-assign',
    tenant: tenant({
      ...house,
      apps: [vault],
      assigned: [{ to: rafael, app: vault }],
      log: [notEntitled(at(rafael, vault, '3d', { form: 'old' }), { gates: allOpen, says: [] })],
    }),
    ask: 'rafael quintana keeper password manager',
    expect: fault(rafael, vault, { verdict: 'skipped', cause: 'assignment-record', also: [] }),
  },
  {
    id: 'gate-assignment-record-by-group',
    from: 'troubleshooting page: un-assign the user or group and re-assign',
    tenant: tenant({
      ...house,
      apps: [crm],
      members: [[nurses, yuki]],
      assigned: [{ to: nurses, app: crm, role: 'Seller' }],
      log: [notEntitled(at(yuki, crm, '4h'), { gates: allOpen, says: says('entitlement') })],
    }),
    ask: 'why was yuki tanabe skipped in CRM North',
    expect: fault(yuki, crm, { verdict: 'skipped', cause: 'assignment-record', also: [] }),
  },
  {
    id: 'gate-two-roles-provisioned',
    from: 'codes: exactly one role is wanted; the log says it worked',
    tenant: tenant({
      ...house,
      apps: [learning],
      members: [[nurses, rafael]],
      assigned: [
        { to: nurses, app: learning, role: 'Learner' },
        { to: rafael, app: learning, role: 'Manager' },
      ],
      log: [created(at(rafael, learning, '9d'))],
    }),
    ask: 'did rafael quintana get into learnupon?',
    expect: about(rafael, learning, { verdict: 'provisioned', cause: 'provisioned' }),
  },
];

const rostered = dynamicGroup('All Pharmacy Staff', 'user.department -eq "Pharmacy"');

const since: AccuracyCase[] = [
  {
    id: 'gate-assigned-six-minutes-ago',
    from: 'design: then and now; scoping: an assignment made just now',
    tenant: tenant({
      ...house,
      apps: [workflow],
      assigned: [{ to: ottilie, app: workflow, role: 'Planner', since: ago('6m') }],
      log: [notEntitled(at(ottilie, workflow, '20h'), { gates: unassigned })],
    }),
    ask: 'why was ottilie brandt skipped in tessellate planner?',
    expect: fault(ottilie, workflow, {
      verdict: 'skipped',
      cause: 'awaiting-next-cycle',
      was: 'not-assigned',
      nowDiffers: true,
    }),
  },
  {
    id: 'gate-assigned-by-group-since',
    from: 'design: re-read the assignment',
    tenant: tenant({
      ...house,
      apps: [learning],
      members: [[nurses, kwame]],
      assigned: [{ to: nurses, app: learning, role: 'Learner', since: ago('10m') }],
      log: [notEntitled(at(kwame, learning, '3h'), { gates: unassigned })],
    }),
    ask: 'kwame asante learnupon?',
    expect: fault(kwame, learning, {
      verdict: 'skipped',
      cause: 'awaiting-next-cycle',
      was: 'not-assigned',
      nowDiffers: true,
    }),
  },
  {
    id: 'gate-joined-assigned-dynamic-group-since',
    from: 'scoping: dynamic groups: yes, but speed depends on membership evaluation',
    tenant: tenant({
      ...house,
      apps: [vault],
      members: [[rostered, yuki]],
      assigned: [{ to: rostered, app: vault }],
      log: [notEntitled(at(yuki, vault, '45m'), { gates: unassigned })],
    }),
    ask: 'why was yuki tanabe skipped in Keeper Password Manager?',
    expect: fault(yuki, vault, {
      verdict: 'skipped',
      cause: 'awaiting-next-cycle',
      was: 'not-assigned',
      nowDiffers: true,
    }),
  },
  {
    id: 'gate-assigned-since-filter-still-shut',
    from: 'design: if one is still shut, that is the cause',
    tenant: tenant({
      ...house,
      apps: [
        { app: crm, schema: schema(crm, { filters: [filter('Pharmacy only', ['department', 'EQUALS', 'Pharmacy'])] }) },
      ],
      assigned: [{ to: kwame, app: crm, since: ago('12m') }],
      log: [
        notEntitled(at(kwame, crm, '5h'), {
          gates: {
            active: true,
            assigned: false,
            role: false,
            passed: false,
            result: { "Pharmacy only.department EQUALS 'Pharmacy'": false },
          },
        }),
      ],
    }),
    ask: 'why was Kwame Asante skipped in CRM North?',
    expect: fault(kwame, crm, { verdict: 'skipped', cause: 'scoping-filter', also: [], nowDiffers: true }),
  },
  {
    id: 'gate-into-nested-group-since',
    from: 'design: if one is still shut, that is the cause; nested groups are not read',
    tenant: tenant({
      ...house,
      apps: [timesheets],
      members: [
        [nurses, nightNurses],
        [nightNurses, hired],
      ],
      assigned: [{ to: nurses, app: timesheets }],
      log: [notEntitled(at(hired, timesheets, '6d'), { gates: unassigned })],
    }),
    ask: 'fenna de wit timesheets (internal) missing',
    expect: fault(hired, timesheets, { verdict: 'skipped', cause: 'nested-group' }),
  },
  {
    id: 'gate-role-given-since',
    from: 'design: re-read the assignment; a real role stands there today',
    tenant: tenant({
      ...house,
      apps: [workflow],
      assigned: [{ to: rafael, app: workflow, role: 'Viewer', since: ago('9m') }],
      log: [notEntitled(at(rafael, workflow, '8h'), { gates: noRole })],
    }),
    ask: 'rafael quintana was skipped in tessellate planner',
    expect: fault(rafael, workflow, {
      verdict: 'skipped',
      cause: 'awaiting-next-cycle',
      was: 'no-entitled-role',
      nowDiffers: true,
    }),
  },
  {
    id: 'gate-assigned-minutes-ago-no-entry',
    from: 'design: a change made after the last cycle is pending, awaiting-next-cycle',
    tenant: tenant({
      ...house,
      apps: [{ app: learning, job: runs(learning, { lastEnded: ago('25m') }) }],
      assigned: [{ to: siobhan, app: learning, since: ago('4m') }],
    }),
    ask: 'why is siobhán ní cheallaigh not in learnupon yet?',
    expect: fault(siobhan, learning, { verdict: 'pending', cause: 'awaiting-next-cycle' }),
  },
  {
    id: 'gate-disabled-of-the-assigned-today',
    from: 'design: gates in order: active first',
    tenant: tenant({
      ...house,
      apps: [vault],
      assigned: [{ to: gone, app: vault, since: ago('20m') }],
      log: [notEntitled(at(gone, vault, '3d'), { gates: unassigned })],
    }),
    ask: 'why was Benedikt Oyelaran skipped in keeper password manager?',
    expect: about(gone, vault, {
      verdict: 'skipped',
      cause: 'disabled-in-source',
      also: [],
      expected: true,
      nowDiffers: true,
    }),
  },
];

export const gateCases: readonly AccuracyCase[] = [...notAssigned, ...nested, ...disabledAccount, ...roles, ...since];
