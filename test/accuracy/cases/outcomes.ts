import { type AccuracyCase, about, fault } from '../case.ts';
import { ago, app, changed, person, runs, schema, tenant } from '../wire.ts';
import {
  created,
  deleted,
  disabled,
  entry,
  exportStep,
  failed,
  importStep,
  matchedStep,
  redundant,
  redundantSoftDelete,
  scopingStep,
  updated,
} from '../wire-log.ts';

/** It worked, there was nothing to do, somebody was taken out, and silence. */

const gym = app('Urban Sports', { roles: ['Member'] });
const phones = app('Telefonie', { gallery: 'Dialpad', roles: ['Caller'] });
const parking = app('ParkWise', { custom: true, roles: ['Parker'] });
const house = { name: 'Brightwater Council' };

const tomasz = person('Tomasz Wróbel', 'tomasz.wrobel@brightwater.example');
const leilani = person('Leilani Kealoha', 'leilani.kealoha@brightwater.example');
const grete = person('Grete Lindemann', 'grete.lindemann@brightwater.example');
const leaver = person('Marcus Thorne', 'marcus.thorne@brightwater.example', { accountEnabled: false });

const takenAway = { active: true, assigned: false, role: false, passed: true };
const switchedOff = { active: false, assigned: true, role: true, passed: true };

export const outcomeCases: readonly AccuracyCase[] = [
  {
    id: 'done-created',
    from: 'design: provisioned: it worked',
    tenant: tenant({
      ...house,
      apps: [gym],
      assigned: [{ to: tomasz, app: gym }],
      log: [created({ app: gym, who: tomasz, at: ago('30h') })],
    }),
    ask: 'why is tomasz wróbel not in Urban Sports?',
    expect: about(tomasz, gym, { verdict: 'provisioned', cause: 'provisioned' }),
  },
  {
    id: 'done-created-old-form',
    from: 'log-shapes: 2020 labels',
    tenant: tenant({
      ...house,
      apps: [parking],
      assigned: [{ to: leilani, app: parking }],
      log: [created({ app: parking, who: leilani, at: ago('25d'), form: 'old', matchFirst: true })],
    }),
    ask: 'did leilani kealoha make it into parkwise',
    expect: about(leilani, parking, { verdict: 'provisioned', cause: 'provisioned' }),
  },
  {
    id: 'done-updated',
    from: 'design: provisioned',
    tenant: tenant({
      ...house,
      apps: [phones],
      assigned: [{ to: grete, app: phones }],
      log: [created({ app: phones, who: grete, at: ago('22d') }), updated({ app: phones, who: grete, at: ago('2h') })],
    }),
    ask: 'what happened to grete lindemann in Telefonie',
    expect: about(grete, phones, { verdict: 'provisioned', cause: 'provisioned' }),
  },
  {
    id: 'done-redundant-after-create',
    from: 'design: a redundant export after a create means: provisioned',
    tenant: tenant({
      ...house,
      apps: [gym],
      assigned: [{ to: leilani, app: gym }],
      log: [created({ app: gym, who: leilani, at: ago('8d') }), redundant({ app: gym, who: leilani, at: ago('1h') })],
    }),
    ask: 'why was leilani kealoha skipped in urban sports?',
    expect: about(leilani, gym, { verdict: 'provisioned', cause: 'provisioned' }),
  },
  {
    id: 'done-redundant-after-update-old-form',
    from: 'design: a redundant export after a success',
    tenant: tenant({
      ...house,
      apps: [parking],
      assigned: [{ to: grete, app: parking }],
      log: [
        updated({ app: parking, who: grete, at: ago('8d'), form: 'old' }),
        redundant({ app: parking, who: grete, at: ago('3d'), form: 'old' }),
      ],
    }),
    ask: 'grete lindemann skipped parkwise',
    expect: about(grete, parking, { verdict: 'provisioned', cause: 'provisioned' }),
  },
  {
    id: 'done-redundant-alone',
    from: 'codes: RedundantExport: source and app already agree',
    tenant: tenant({
      ...house,
      apps: [phones],
      assigned: [{ to: tomasz, app: phones }],
      log: [redundant({ app: phones, who: tomasz, at: ago('4h') })],
    }),
    ask: 'why was Tomasz Wróbel skipped in Telefonie?',
    expect: about(tomasz, phones, { verdict: ['provisioned', 'skipped'], cause: 'already-in-sync', expected: true }),
  },
  {
    id: 'done-redundant-alone-old-form',
    from: 'samples: the 2020 reply',
    tenant: tenant({
      ...house,
      apps: [parking],
      assigned: [{ to: tomasz, app: parking }],
      log: [redundant({ app: parking, who: tomasz, at: ago('18d'), form: 'old', matchFirst: true })],
    }),
    ask: 'tomasz.wrobel@brightwater.example parkwise skipped?',
    expect: about(tomasz, parking, { verdict: ['provisioned', 'skipped'], cause: 'already-in-sync', expected: true }),
  },
  {
    id: 'done-redundant-many-times',
    from: 'codes: RedundantExport',
    tenant: tenant({
      ...house,
      apps: [gym],
      assigned: [{ to: grete, app: gym }],
      log: ['2h', '2d', '9d'].map((when) => redundant({ app: gym, who: grete, at: ago(when) })),
    }),
    ask: 'grete lindemann urban sports',
    expect: about(grete, gym, { verdict: ['provisioned', 'skipped'], cause: 'already-in-sync', expected: true }),
  },
  {
    id: 'done-after-failures',
    from: 'design: the newest telling entry',
    tenant: tenant({
      ...house,
      apps: [phones],
      assigned: [{ to: leilani, app: phones }],
      log: [
        failed({ app: phones, who: leilani, at: ago('3d') }, { code: 'DialpadEntryConflict', reason: 'exists' }),
        created({ app: phones, who: leilani, at: ago('90m') }),
      ],
    }),
    ask: 'why is leilani kealoha failing in Telefonie',
    expect: about(leilani, phones, { verdict: 'provisioned', cause: 'provisioned' }),
  },
  {
    id: 'done-then-update-failed',
    from: 'design: the newest telling entry',
    tenant: tenant({
      ...house,
      apps: [phones],
      assigned: [{ to: grete, app: phones }],
      log: [
        created({ app: phones, who: grete, at: ago('13d') }),
        failed(
          { app: phones, who: grete, at: ago('2h') },
          { code: 'DialpadEntryConflict', reason: 'phone number is taken', action: 'update' },
        ),
      ],
    }),
    ask: 'is grete lindemann all right in telefonie?',
    expect: fault(grete, phones, { verdict: 'failed', cause: 'value-conflict' }),
  },
  {
    id: 'done-unassigned-but-synced',
    from: 'scoping: "Sync all users and groups" needs no assignment; the log says it worked',
    tenant: tenant({
      ...house,
      apps: [gym],
      people: [tomasz],
      log: [
        created(
          { app: gym, who: tomasz, at: ago('12d') },
          { active: true, assigned: false, role: false, passed: true },
        ),
      ],
    }),
    ask: 'did tomasz wrobel make it into urban sports?',
    expect: about(tomasz, gym, { verdict: 'provisioned', cause: 'provisioned' }),
  },
  {
    id: 'done-disabled-in-source-since',
    from: 'design: then and now: the directory differs from the log',
    tenant: tenant({
      ...house,
      apps: [{ app: gym, job: runs(gym, { lastEnded: ago('30m') }) }],
      assigned: [{ to: leaver, app: gym }],
      log: [created({ app: gym, who: leaver, at: ago('12d') })],
    }),
    ask: 'is marcus thorne still in Urban Sports?',
    expect: about(leaver, gym, { verdict: 'provisioned', nowDiffers: true }),
  },
  {
    id: 'out-disabled-after-unassignment',
    from: 'scoping: out of scope: disable; design: deprovisioned: it worked',
    tenant: tenant({
      ...house,
      apps: [phones],
      people: [tomasz],
      log: [
        created({ app: phones, who: tomasz, at: ago('20d') }),
        disabled({ app: phones, who: tomasz, at: ago('26h') }, takenAway),
      ],
    }),
    ask: 'why was tomasz wróbel disabled in Telefonie?',
    expect: about(tomasz, phones, { verdict: 'deprovisioned', cause: 'deprovisioned' }),
  },
  {
    id: 'out-disabled-because-disabled-in-source',
    from: 'scoping: accountEnabled=false: disable; design: expected when the account is disabled',
    tenant: tenant({
      ...house,
      apps: [gym],
      assigned: [{ to: leaver, app: gym }],
      log: [disabled({ app: gym, who: leaver, at: ago('3d') }, switchedOff)],
    }),
    ask: 'why did Marcus Thorne lose access to urban sports',
    expect: about(leaver, gym, { verdict: 'deprovisioned', cause: 'deprovisioned', expected: true }),
  },
  {
    id: 'out-disabled-old-labels',
    from: 'log-shapes: 2020 labels',
    tenant: tenant({
      ...house,
      apps: [parking],
      assigned: [{ to: leaver, app: parking }],
      log: [disabled({ app: parking, who: leaver, at: ago('5d'), form: 'old' }, switchedOff)],
    }),
    ask: 'marcus thorne was removed from parkwise, why',
    expect: about(leaver, parking, { verdict: 'deprovisioned', cause: 'deprovisioned', expected: true }),
  },
  {
    id: 'out-deleted',
    from: 'scoping: hard delete sends DELETE; design: deprovisioned',
    tenant: tenant({
      ...house,
      apps: [phones],
      deleted: [leaver],
      log: [deleted({ app: phones, who: leaver, at: ago('2d') })],
    }),
    ask: 'what happened to marcus.thorne@brightwater.example in telefonie?',
    expect: about(leaver, phones, { verdict: 'deprovisioned', cause: 'deprovisioned', expected: true }),
  },
  {
    id: 'out-disable-then-redundant-soft-delete',
    from: 'log-shapes: RedundantSoftDelete: the disable already happened, look for it',
    tenant: tenant({
      ...house,
      apps: [gym],
      people: [grete],
      log: [
        disabled({ app: gym, who: grete, at: ago('3d') }, takenAway),
        redundantSoftDelete({ app: gym, who: grete, at: ago('2h') }),
      ],
    }),
    ask: 'why was grete lindemann skipped in urban sports',
    expect: about(grete, gym, {
      verdict: 'deprovisioned',
      cause: ['deprovisioned', 'already-deprovisioned'],
      expected: true,
    }),
  },
  {
    id: 'out-redundant-soft-delete-alone',
    from: 'design: already-deprovisioned: nothing left to disable',
    tenant: tenant({
      ...house,
      apps: [parking],
      people: [leilani],
      log: [redundantSoftDelete({ app: parking, who: leilani, at: ago('2h') })],
    }),
    ask: 'why was leilani kealoha skipped in ParkWise?',
    expect: about(leilani, parking, {
      verdict: ['deprovisioned', 'skipped'],
      cause: 'already-deprovisioned',
      expected: true,
    }),
  },
  {
    id: 'out-redundant-soft-delete-of-disabled',
    from: 'design: already-deprovisioned; expected when the account is disabled',
    tenant: tenant({
      ...house,
      apps: [phones],
      people: [leaver],
      log: [
        redundantSoftDelete(
          { app: phones, who: leaver, at: ago('6h') },
          { active: false, assigned: false, role: false, passed: true },
        ),
      ],
    }),
    ask: 'marcus thorne telefonie skipped',
    expect: about(leaver, phones, {
      verdict: ['deprovisioned', 'skipped'],
      cause: 'already-deprovisioned',
      expected: true,
    }),
  },
  {
    id: 'out-redundant-soft-delete-old-form',
    from: 'log-shapes: RedundantSoftDelete, IsActive True and Assigned False',
    tenant: tenant({
      ...house,
      apps: [gym],
      people: [leilani],
      log: [redundantSoftDelete({ app: gym, who: leilani, at: ago('9d'), form: 'old' })],
    }),
    ask: 'leilani kealoha urban sports removed?',
    expect: about(leilani, gym, {
      verdict: ['deprovisioned', 'skipped'],
      cause: 'already-deprovisioned',
      expected: true,
    }),
  },
  {
    id: 'out-and-back-in',
    from: 'design: the newest telling entry',
    tenant: tenant({
      ...house,
      apps: [gym],
      assigned: [{ to: tomasz, app: gym }],
      log: [
        disabled({ app: gym, who: tomasz, at: ago('9d') }, takenAway),
        updated({ app: gym, who: tomasz, at: ago('1d') }),
      ],
    }),
    ask: 'why was tomasz wróbel disabled in urban sports',
    expect: about(tomasz, gym, { verdict: 'provisioned', cause: 'provisioned' }),
  },
  {
    id: 'out-assigned-again-since',
    from: 'design: then and now: every gate stands open today',
    tenant: tenant({
      ...house,
      apps: [gym],
      assigned: [{ to: grete, app: gym, since: ago('9m') }],
      log: [disabled({ app: gym, who: grete, at: ago('2d') }, takenAway)],
    }),
    ask: 'why was grete lindemann disabled in Urban Sports?',
    expect: fault(grete, gym, { verdict: 'deprovisioned', cause: 'awaiting-next-cycle', nowDiffers: true }),
  },
  {
    id: 'silence-assigned-long-ago',
    from: 'design: no-record: no entry in the window and nothing explains it',
    tenant: tenant({ ...house, apps: [phones], assigned: [{ to: leilani, app: phones, since: ago('12d') }] }),
    ask: 'why is leilani kealoha not showing up in Telefonie',
    expect: fault(leilani, phones, { verdict: ['unknown', 'notProvisioned'], cause: 'no-record' }),
  },
  {
    id: 'silence-assigned-last-year',
    from: 'status: logs are kept 30 days; no entry of an old, unchanged account is nothing strange',
    tenant: tenant({ ...house, apps: [gym], assigned: [{ to: tomasz, app: gym }] }),
    ask: 'tomasz wrobel in urban sports?',
    expect: fault(tomasz, gym, { verdict: ['unknown', 'notProvisioned'], cause: 'no-record' }),
  },
  {
    id: 'silence-others-have-entries',
    from: 'design: no-record is about this person',
    tenant: tenant({
      ...house,
      apps: [parking],
      assigned: [{ to: grete, app: parking, since: ago('20d') }],
      people: [tomasz],
      log: [created({ app: parking, who: tomasz, at: ago('1d') })],
    }),
    ask: 'what happened to Grete Lindemann in ParkWise?',
    expect: fault(grete, parking, { verdict: ['unknown', 'notProvisioned'], cause: 'no-record' }),
  },
  {
    id: 'silence-entries-in-another-app',
    from: 'design: the newest telling entry for this person and app',
    tenant: tenant({
      ...house,
      apps: [phones, gym],
      assigned: [{ to: tomasz, app: phones, since: ago('9d') }],
      log: [created({ app: gym, who: tomasz, at: ago('1d') })],
    }),
    ask: 'why is tomasz wróbel missing in Telefonie?',
    expect: fault(tomasz, phones, { verdict: ['unknown', 'notProvisioned'], cause: 'no-record' }),
  },
  {
    id: 'done-sparse-entry',
    from: 'log-shapes: missing fields, null details',
    tenant: tenant({
      ...house,
      apps: [gym],
      assigned: [{ to: tomasz, app: gym }],
      log: [
        ((one) =>
          entry(one, {
            action: 'update',
            status: 'success',
            targetId: 'x-1',
            steps: [
              importStep(one, 'Update'),
              scopingStep(one, { active: true, assigned: true, role: true, passed: true }),
              matchedStep(one),
              { ...exportStep(one, 'Update', 'success', 'updated'), details: null },
            ],
          }))({
          app: gym,
          who: tomasz,
          at: ago('5h'),
          raw: { provisioningStatusInfo: { status: 'success' }, targetIdentity: null },
        }),
      ],
    }),
    ask: 'tomasz wróbel urban sports',
    expect: about(tomasz, gym, { verdict: 'provisioned', cause: 'provisioned' }),
  },
  {
    id: 'done-schema-with-gaps',
    from: 'samples: schema with empty objects in its lists',
    tenant: tenant({
      ...house,
      apps: [
        {
          app: gym,
          schema: {
            ...schema(gym),
            directories: [{ name: 'Urban Sports', objects: [{}] }],
            synchronizationRules: [
              {
                name: 'USER_TO_USER',
                sourceDirectoryName: 'Azure Active Directory',
                targetDirectoryName: 'Urban Sports',
                objectMappings: [
                  {
                    sourceObjectName: 'User',
                    targetObjectName: 'User',
                    attributeMappings: [{ source: {}, targetAttributeName: 'userName' }, {}],
                  },
                  {},
                ],
              },
              {},
            ],
          },
        },
      ],
      assigned: [{ to: changed(tomasz, {}), app: gym }],
      log: [created({ app: gym, who: tomasz, at: ago('2h') })],
    }),
    ask: 'is tomasz wrobel in urban sports',
    expect: about(tomasz, gym, { verdict: 'provisioned', cause: 'provisioned' }),
  },
];
