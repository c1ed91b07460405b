import type { SandboxApp } from './apps.ts';
import { type CollectionOf, countCollection, listCollection, oneOf } from './collections.ts';
import { assignmentType, servicePrincipalType, templateType } from './entity-types.ts';
import { badRequest, GraphError, resourceNotFound } from './graph-error.ts';
import { renderJob } from './jobs.ts';
import { renderServicePrincipal } from './render.ts';
import type { GraphReply, GraphRequest } from './request.ts';
import type { Resource } from './resource.ts';
import { renderSchema } from './schemas.ts';
import type { Tenant } from './tenant.ts';

const readApps = ['Application.Read.All', 'Application.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'];
const readSync = ['Synchronization.Read.All', 'Synchronization.ReadWrite.All'];
const writeSync = ['Synchronization.ReadWrite.All'];

/** Service principals, the gallery, assignments, and the synchronization of each app. */
export function appResources(tenant: Tenant, now: () => number): Resource[] {
  const { directory } = tenant;
  const find = (id: string): SandboxApp => {
    const wanted = id.toLowerCase();
    const found = wanted.startsWith('appid:')
      ? [...directory.apps].find((one) => one.appId === wanted.slice(6))
      : [directory.findApp(wanted)].find((one) => one?.id === wanted);
    if (found === undefined) throw resourceNotFound(id);
    return found;
  };
  const assignedTo = (app: SandboxApp): CollectionOf<object> => ({
    type: assignmentType,
    items: directory.assignments(app.id),
    render: (one) => one,
  });
  const apps: Omit<CollectionOf<SandboxApp>, 'items'> = {
    type: servicePrincipalType,
    render: renderServicePrincipal,
    expand: { appRoleAssignedTo: (app) => directory.assignments(app.id).slice(0, 20) },
  };
  const templates: Omit<CollectionOf<Tenant['templates'][number]>, 'items'> = {
    type: templateType,
    render: (template) => ({
      ...template,
      categories: [],
      description: null,
      homePageUrl: null,
      logoUrl: null,
      publisher: null,
      supportedProvisioningTypes: ['sync'],
      supportedSingleSignOnModes: ['saml'],
    }),
  };
  const job = (app: SandboxApp): object => {
    if (app.spec === undefined) throw resourceNotFound(app.id);
    return renderJob(app, app.spec, countAssigned(tenant, app), tenant.builtAt, now(), tenant.cycles.get(app.id));
  };
  const findJob = (id: string, jobId: string): SandboxApp => {
    const app = find(id);
    if (app.spec === undefined || app.jobId?.toLowerCase() !== jobId.toLowerCase()) {
      throw new GraphError(404, 'ResourceNotFound', `The job '${jobId}' does not exist for the service principal.`);
    }
    return app;
  };
  const sync = 'servicePrincipals/{}/synchronization';
  const action = (name: string, answer: (app: SandboxApp) => GraphReply): Resource => ({
    path: `${sync}/jobs/{}/${name}`,
    method: 'POST',
    permissions: writeSync,
    answer: (_request, [id = '', jobId = '']) => answer(findJob(id, jobId)),
  });

  return [
    {
      path: 'servicePrincipals',
      permissions: readApps,
      answer: (request) => listCollection(request, { ...apps, items: directory.apps }),
    },
    {
      path: 'servicePrincipals/$count',
      permissions: readApps,
      answer: (request) => countCollection(request, { ...apps, items: directory.apps }),
    },
    {
      path: 'servicePrincipals/{}',
      permissions: readApps,
      answer: (request, [id = '']) => oneOf(request, apps, find(id)),
    },
    {
      path: 'servicePrincipals/{}/appRoleAssignedTo',
      permissions: readApps,
      answer: (request, [id = '']) => listCollection(request, assignedTo(find(id))),
    },
    {
      path: 'applicationTemplates',
      permissions: [],
      answer: (request) => listCollection(request, { ...templates, items: tenant.templates }),
    },
    {
      path: 'applicationTemplates/{}',
      permissions: [],
      answer: (request, [id = '']) => {
        const found = tenant.templates.find((one) => one.id === id.toLowerCase());
        if (found === undefined) throw resourceNotFound(id);
        return oneOf(request, templates, found);
      },
    },
    {
      path: `${sync}/jobs`,
      permissions: readSync,
      answer: (request, [id = '']) => {
        const app = find(id);
        return value(
          request,
          `servicePrincipals('${app.id}')/synchronization/jobs`,
          app.spec === undefined ? [] : [job(app)],
        );
      },
    },
    {
      path: `${sync}/jobs/{}`,
      permissions: readSync,
      answer: (request, [id = '', jobId = '']) =>
        single(request, 'synchronization/jobs/$entity', job(findJob(id, jobId))),
    },
    {
      path: `${sync}/jobs/{}/schema`,
      permissions: readSync,
      answer: (request, [id = '', jobId = '']) => {
        const app = findJob(id, jobId);
        if (app.spec === undefined) throw resourceNotFound(id);
        const version = directory.schemaVersion(app.id);
        return {
          ...single(request, 'synchronization/schema/$entity', renderSchema(app, app.spec, version)),
          headers: { etag: `W/"${app.id}-${version}"` },
        };
      },
    },
    {
      path: `${sync}/templates`,
      permissions: readSync,
      answer: (request, [id = '']) => {
        const { spec, appId } = find(id);
        const list =
          spec === undefined
            ? []
            : [
                {
                  id: spec.template,
                  applicationId: appId,
                  default: true,
                  discoverable: true,
                  factoryTag: spec.template,
                  metadata: [{ key: 'GalleryApplicationKey', value: spec.gallery ?? 'Custom' }],
                },
              ];
        return value(request, 'synchronization/templates', list);
      },
    },
    {
      path: `${sync}/secrets`,
      permissions: writeSync,
      answer: (request, [id = '']) =>
        value(request, 'synchronization/secrets', [
          { key: 'SyncAll', value: String(find(id).spec?.syncAll === true) },
          { key: 'SecretToken', value: '*' },
        ]),
    },
    {
      path: `${sync}/jobs/{}/schema/filterOperators`,
      permissions: writeSync,
      answer: (request, [id = '', jobId = '']) => {
        findJob(id, jobId);
        return value(request, 'synchronization/schema/filterOperators', filterOperators);
      },
    },
    {
      path: `${sync}/jobs/{}/validateCredentials`,
      method: 'POST',
      permissions: writeSync,
      answer: (request, [id = '', jobId = '']) => validateCredentials(request, findJob(id, jobId)),
    },
    action('start', (app) => {
      directory.changeProvisioning(app.id, { state: { is: 'healthy' } });
      return { status: 204 };
    }),
    action('pause', (app) => {
      directory.changeProvisioning(app.id, { state: { is: 'paused', daysAgo: 0 } });
      return { status: 204 };
    }),
    action('restart', (app) => {
      directory.changeProvisioning(app.id, { state: { is: 'notRun' } });
      return { status: 204 };
    }),
    action('provisionOnDemand', () => {
      throw new GraphError(501, 'NotImplemented', 'The sandbox has no apps to write to.');
    }),
  ];
}

/** As the app would answer: one in quarantine for its credentials refuses them. */
function validateCredentials(request: GraphRequest, app: SandboxApp): GraphReply {
  const body = request.body as { readonly useSavedCredentials?: unknown; readonly credentials?: unknown } | undefined;
  if (typeof body !== 'object' || body === null) throw badRequest('Empty Payload. JSON content expected.');
  const unknown = Object.keys(body).find((key) => key !== 'useSavedCredentials' && key !== 'credentials');
  if (unknown !== undefined) throw badRequest(`The property '${unknown}' does not exist on the action's parameters.`);
  if (body.useSavedCredentials !== true && !Array.isArray(body.credentials))
    throw badRequest('Either useSavedCredentials or credentials must be given.');
  const state = app.spec?.state;
  if (state?.is === 'quarantine' && state.error) throw new GraphError(400, state.error.code, state.error.message);
  return { status: 204 };
}

/** The operators that schema/filterOperators listed in 2021. */
const filterOperators = [
  ['EQUALS', 'Binary', ['Integer', 'String']],
  ['IS FALSE', 'Unary', ['Boolean']],
  ['IS NOT NULL', 'Unary', ['Integer', 'String', 'Binary', 'Boolean']],
  ['IS NULL', 'Unary', ['Integer', 'String', 'Binary', 'Boolean']],
  ['IS TRUE', 'Unary', ['Boolean']],
  ['NOT EQUALS', 'Binary', ['Integer', 'String']],
  ['NOT REGEX MATCH', 'Binary', ['Integer', 'String']],
  ['REGEX MATCH', 'Binary', ['Integer', 'String']],
].map(([name, arity, supportedAttributeTypes]) => ({
  name,
  arity,
  multivaluedComparisonType: 'All',
  supportedAttributeTypes,
}));

function countAssigned(tenant: Tenant, app: SandboxApp): number {
  const ids = new Set<string>();
  for (const one of tenant.directory.assignments(app.id)) {
    if (one.principalType === 'User') ids.add(one.principalId);
    else for (const member of tenant.directory.findGroup(one.principalId)?.memberIds ?? []) ids.add(member);
  }
  return ids.size;
}

function value(request: GraphRequest, context: string, items: readonly object[]): GraphReply {
  return { status: 200, body: { '@odata.context': `${request.base}/$metadata#${context}`, value: items } };
}

function single(request: GraphRequest, context: string, body: object): GraphReply {
  return { status: 200, body: { '@odata.context': `${request.base}/$metadata#${context}`, ...body } };
}
