import { type AccuracyCase, about, fault } from '../case.ts';
import { ago, app, changed, formula, group, person, runsWithErrors, schema, tenant } from '../wire.ts';
import { attributeInvalid, failed, retried, skipped } from '../wire-log.ts';

/** Required attributes and the matching attribute. */

const design = app('Figma Studio', { gallery: 'Figma', roles: ['Editor'] });
const paging = app('PagerTree', { roles: ['Responder'] });
const library = app('Bibliotheek', { custom: true, roles: ['Lezer'] });
const house = { name: 'Universiteit Scheldemond' };

const mono = person('Sukarno', 'sukarno@scheldemond.example', { surname: null });
const femke = person('Femke Aerts', 'femke.aerts@scheldemond.example', { mail: null });
const bilal = person('Bilal Haddadi', 'bilal.haddadi@scheldemond.example', { jobTitle: null, employeeId: null });
const joris = person('Joris Vermeulen', 'joris.vermeulen@scheldemond.example', { department: null });

const enterprise = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department';

export const attributeCases: readonly AccuracyCase[] = [
  {
    id: 'attr-family-name',
    from: 'samples: AttributeValidationFailed, PropertyName name.familyName',
    tenant: tenant({
      ...house,
      apps: [design],
      assigned: [{ to: mono, app: design }],
      log: [attributeInvalid({ app: design, who: mono, at: ago('5h') }, 'name.familyName')],
    }),
    ask: 'why was sukarno skipped in figma studio?',
    expect: fault(mono, design, { verdict: 'skipped', cause: 'required-attribute', also: [] }),
  },
  {
    id: 'attr-mail-old-form',
    from: 'log-shapes: matching may come before scoping; the skip step may be of any type',
    tenant: tenant({
      ...house,
      apps: [paging],
      assigned: [{ to: femke, app: paging }],
      log: [
        attributeInvalid(
          { app: paging, who: femke, at: ago('2d'), form: 'old', matchFirst: true },
          'emails[type eq "work"].value',
          'User',
        ),
      ],
    }),
    ask: 'femke aerts not created in PagerTree',
    expect: fault(femke, paging, { verdict: 'skipped', cause: 'required-attribute' }),
  },
  {
    id: 'attr-title',
    from: 'codes: AttributeValidationFailed names the target attribute',
    tenant: tenant({
      ...house,
      apps: [library],
      assigned: [{ to: bilal, app: library }],
      log: [attributeInvalid({ app: library, who: bilal, at: ago('7h') }, 'title')],
    }),
    ask: 'why is bilal haddadi missing in Bibliotheek',
    expect: fault(bilal, library, { verdict: 'skipped', cause: 'required-attribute' }),
  },
  {
    id: 'attr-enterprise-extension',
    from: 'log-shapes: SCIM URNs as names; mapping of the enterprise extension',
    tenant: tenant({
      ...house,
      apps: [
        {
          app: design,
          schema: schema(design, {
            mappings: [
              ['userName', 'userPrincipalName', { matchingPriority: 1 }],
              [enterprise, 'department'],
            ],
          }),
        },
      ],
      assigned: [{ to: joris, app: design }],
      log: [attributeInvalid({ app: design, who: joris, at: ago('3h') }, enterprise)],
    }),
    ask: 'joris vermeulen figma studio',
    expect: fault(joris, design, { verdict: 'skipped', cause: 'required-attribute' }),
  },
  {
    id: 'attr-by-formula',
    from: 'design: an attribute that the app needs is empty; it is fed by an expression',
    tenant: tenant({
      ...house,
      apps: [
        {
          app: paging,
          schema: schema(paging, {
            mappings: [
              ['userName', 'userPrincipalName', { matchingPriority: 1 }],
              ['employeeNumber', formula('Append("E-", [employeeId])', 'employeeId')],
            ],
          }),
        },
      ],
      assigned: [{ to: bilal, app: paging }],
      log: [attributeInvalid({ app: paging, who: bilal, at: ago('3h') }, 'employeeNumber')],
    }),
    ask: 'why was Bilal Haddadi skipped in PagerTree?',
    expect: fault(bilal, paging, { verdict: 'skipped', cause: 'required-attribute' }),
  },
  {
    id: 'attr-unmapped',
    from: 'codes: AttributeValidationFailed; nothing feeds the attribute',
    tenant: tenant({
      ...house,
      apps: [library],
      assigned: [{ to: femke, app: library }],
      log: [attributeInvalid({ app: library, who: femke, at: ago('8h') }, 'nickName')],
    }),
    ask: 'femke aerts in bibliotheek?',
    expect: fault(femke, library, { verdict: 'skipped', cause: 'required-attribute' }),
  },
  {
    id: 'attr-filled-since',
    from: 'design: every gate stands open today',
    tenant: tenant({
      ...house,
      apps: [design],
      assigned: [{ to: changed(mono, { surname: 'Wirawan' }), app: design }],
      log: [attributeInvalid({ app: design, who: mono, at: ago('5h') }, 'name.familyName')],
    }),
    ask: 'why was sukarno skipped in Figma Studio',
    expect: fault(mono, design, {
      verdict: 'skipped',
      cause: 'awaiting-next-cycle',
      was: 'required-attribute',
      nowDiffers: true,
    }),
  },
  {
    id: 'attr-missing-and-disabled-since',
    from: 'design: gates in order; the others stand in also',
    tenant: tenant({
      ...house,
      apps: [design],
      assigned: [{ to: changed(mono, { accountEnabled: false }), app: design }],
      log: [attributeInvalid({ app: design, who: mono, at: ago('2d') }, 'name.familyName')],
    }),
    ask: 'sukarno@scheldemond.example figma studio',
    expect: about(mono, design, {
      verdict: 'skipped',
      cause: 'disabled-in-source',
      also: ['required-attribute'],
      expected: true,
      nowDiffers: true,
    }),
  },
  {
    id: 'attr-mandatory-fields-missing',
    from: 'codes: MandatoryFieldsMissing',
    tenant: tenant({
      ...house,
      apps: [{ app: paging, job: runsWithErrors(paging) }],
      assigned: [{ to: femke, app: paging }],
      log: [
        failed(
          { app: paging, who: femke, at: ago('4h') },
          { code: 'MandatoryFieldsMissing', reason: 'The required attribute email is missing.' },
        ),
      ],
    }),
    ask: 'why did femke aerts fail in PagerTree?',
    expect: fault(femke, paging, { verdict: 'failed', cause: 'required-attribute' }),
  },
  {
    id: 'attr-missing-values',
    from: 'codes: MissingValues',
    tenant: tenant({
      ...house,
      apps: [library],
      assigned: [{ to: joris, app: library }],
      log: [
        failed(
          { app: library, who: joris, at: ago('4h') },
          { code: 'MissingValues', reason: 'department must not be empty', action: 'update' },
        ),
      ],
    }),
    ask: 'joris vermeulen failing in bibliotheek',
    expect: fault(joris, library, { verdict: 'failed', cause: 'required-attribute' }),
  },
  {
    id: 'attr-prefixed-required-field-missing',
    from: 'codes: <App>RequiredFieldMissing, of an app never named',
    tenant: tenant({
      ...house,
      apps: [design],
      assigned: [{ to: bilal, app: design }],
      log: [
        failed(
          { app: design, who: bilal, at: ago('4h') },
          { code: 'FigmaRequiredFieldMissing', reason: 'Required fields are missing: [title]' },
        ),
      ],
    }),
    ask: 'why was Bilal Haddadi not created in Figma Studio',
    expect: fault(bilal, design, { verdict: 'failed', cause: 'required-attribute' }),
  },
  {
    id: 'attr-retry-of-missing-field',
    from: 'log-shapes: retries have no scoping step; design: a retry is still that failure',
    tenant: tenant({
      ...house,
      apps: [paging],
      assigned: [{ to: femke, app: paging }],
      log: [
        failed({ app: paging, who: femke, at: ago('2d') }, { code: 'MandatoryFieldsMissing', reason: 'email missing' }),
        retried(
          { app: paging, who: femke, at: ago('3h') },
          { code: 'MandatoryFieldsMissing', reason: 'email missing' },
          3,
        ),
      ],
    }),
    ask: 'femke aerts pagertree',
    expect: fault(femke, paging, { verdict: 'failed', cause: 'required-attribute' }),
  },
  {
    id: 'match-import-skipped',
    from: 'log-shapes: ImportSkipped: the matching property is missing; scope was not evaluated',
    tenant: tenant({
      ...house,
      apps: [
        {
          app: design,
          schema: schema(design, {
            mappings: [
              ['userName', 'mail', { matchingPriority: 1 }],
              ['displayName', 'displayName'],
            ],
          }),
        },
      ],
      assigned: [{ to: femke, app: design }],
      log: [skipped({ app: design, who: femke, at: ago('5h') }, 'ImportSkipped', 'The object was skipped on import.')],
    }),
    ask: 'why was Femke Aerts skipped in figma studio?',
    expect: fault(femke, design, { verdict: 'skipped', cause: 'matching-attribute' }),
  },
  {
    id: 'match-import-skipped-as-error-code',
    from: 'codes: ImportSkipped listed among the error codes',
    tenant: tenant({
      ...house,
      apps: [
        {
          app: library,
          schema: schema(library, { mappings: [['externalId', 'employeeId', { matchingPriority: 1 }]] }),
        },
      ],
      assigned: [{ to: bilal, app: library }],
      log: [
        failed(
          { app: library, who: bilal, at: ago('5h') },
          { code: 'ImportSkipped', reason: 'Import skipped', status: 'skipped', at: 'import' },
        ),
      ],
    }),
    ask: 'bilal haddadi skipped bibliotheek',
    expect: fault(bilal, library, { verdict: 'skipped', cause: 'matching-attribute' }),
  },
  {
    id: 'match-joining-property',
    from: 'codes: EntryJoiningPropertyValueIsMissing',
    tenant: tenant({
      ...house,
      apps: [{ app: paging, schema: schema(paging, { mappings: [['userName', 'mail', { matchingPriority: 1 }]] }) }],
      assigned: [{ to: femke, app: paging }],
      log: [
        skipped(
          { app: paging, who: femke, at: ago('70m') },
          'EntryJoiningPropertyValueIsMissing',
          'The joining property value of the entry is missing.',
          { details: { PropertyName: 'mail' } },
        ),
      ],
    }),
    ask: 'femke.aerts@scheldemond.example pagertree skipped',
    expect: fault(femke, paging, { verdict: 'skipped', cause: 'matching-attribute' }),
  },
  {
    id: 'match-joining-property-failure',
    from: 'codes: EntryJoiningPropertyValueIsMissing, as errorCode of a failure',
    tenant: tenant({
      ...house,
      apps: [
        { app: paging, schema: schema(paging, { mappings: [['userName', 'employeeId', { matchingPriority: 1 }]] }) },
      ],
      assigned: [{ to: bilal, app: paging }],
      log: [
        failed(
          { app: paging, who: bilal, at: ago('70m') },
          { code: 'EntryJoiningPropertyValueIsMissing', reason: 'The joining property has no value.', at: 'matching' },
        ),
      ],
    }),
    ask: 'what went wrong with bilal haddadi in pagertree',
    expect: fault(bilal, paging, { verdict: 'failed', cause: 'matching-attribute' }),
  },
  {
    id: 'match-filled-since',
    from: 'design: every gate stands open today',
    tenant: tenant({
      ...house,
      apps: [{ app: paging, schema: schema(paging, { mappings: [['userName', 'mail', { matchingPriority: 1 }]] }) }],
      assigned: [{ to: changed(femke, { mail: 'femke.aerts@scheldemond.example' }), app: paging }],
      log: [
        skipped(
          { app: paging, who: femke, at: ago('9h') },
          'EntryJoiningPropertyValueIsMissing',
          'The joining property value is missing.',
        ),
      ],
    }),
    ask: 'femke aerts skipped in pagertree why',
    expect: fault(femke, paging, {
      verdict: 'skipped',
      cause: 'awaiting-next-cycle',
      was: 'matching-attribute',
      nowDiffers: true,
    }),
  },
  {
    id: 'match-second-attribute-filled',
    from: 'graph-api: matchingPriority, lowest first; the first stays empty',
    tenant: tenant({
      ...house,
      apps: [
        {
          app: design,
          schema: schema(design, {
            mappings: [
              ['externalId', 'employeeId', { matchingPriority: 1 }],
              ['displayName', 'displayName'],
            ],
          }),
        },
      ],
      assigned: [{ to: bilal, app: design }],
      log: [
        skipped({ app: design, who: bilal, at: ago('6h') }, 'ImportSkipped', 'Skipped on import', { type: 'import' }),
      ],
    }),
    ask: 'why was bilal haddadi skipped in Figma Studio?',
    expect: fault(bilal, design, { verdict: 'skipped', cause: 'matching-attribute' }),
  },
  {
    id: 'match-group-display-name',
    from: 'troubleshooting page: the group and its members are not provisioned if the matching property is empty for the group',
    tenant: (() => {
      const circle = group('Leeskring', { mail: null, mailNickname: null });
      return tenant({
        ...house,
        apps: [
          {
            app: library,
            schema: schema(library, { groupMappings: [['displayName', 'mailNickname', { matchingPriority: 1 }]] }),
          },
        ],
        groups: [circle],
        assigned: [{ to: circle, app: library }],
        log: [
          skipped(
            { app: library, who: circle, at: ago('2h') },
            'EntryJoiningPropertyValueIsMissing',
            'The joining property value is missing.',
          ),
        ],
      });
    })(),
    ask: 'why is the group Leeskring not in Bibliotheek?',
    expect: fault(group('Leeskring'), library, { verdict: 'skipped', cause: 'matching-attribute' }),
  },
];
