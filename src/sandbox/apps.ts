import { type AppSpec, lineOfBusiness, provisionedApps } from './app-list.ts';
import { dayMs, iso } from './moment.ts';
import { otherApps } from './other-apps.ts';
import { guidOf } from './random.ts';

/** The default access role: assigned without a specific role. */
export const defaultRoleId = '00000000-0000-0000-0000-000000000000';

export interface AppRole {
  readonly id: string;
  readonly displayName: string;
  readonly description: string;
  readonly value: string | null;
  readonly isEnabled: boolean;
  readonly origin: 'Application';
  readonly allowedMemberTypes: readonly string[];
}

/** An app role assignment as appRoleAssignedTo gives it. */
export interface Assignment {
  readonly id: string;
  readonly createdDateTime: string;
  readonly deletedDateTime: null;
  readonly appRoleId: string;
  readonly principalDisplayName: string;
  readonly principalId: string;
  readonly principalType: 'User' | 'Group';
  readonly resourceDisplayName: string;
  readonly resourceId: string;
}

/** A service principal, with its provisioning where it has some. */
export interface SandboxApp {
  readonly id: string;
  readonly appId: string;
  readonly displayName: string;
  readonly applicationTemplateId: string | null;
  readonly appRoles: readonly AppRole[];
  readonly createdDateTime: string;
  readonly tags: readonly string[];
  /** Undefined: the app has no provisioning. */
  readonly spec?: AppSpec;
  readonly jobId?: string;
}

/** An application template of the gallery. */
export interface Template {
  readonly id: string;
  readonly displayName: string;
}

const customAppTemplateId = '8adf8e6e-67b2-4cf2-a259-e3dc5476c621';

export interface AppSet {
  readonly apps: SandboxApp[];
  readonly templates: readonly Template[];
}

/** The tenant's apps: the listed ones, filled up to `count` with others that have no provisioning. */
export function createApps(seed: number, now: number, tenantId: string, count: number, provisioned = 0): AppSet {
  const templates = new Map<string, Template>();
  const templateOf = (gallery: string | undefined): string => {
    if (gallery === undefined) return customAppTemplateId;
    const known = templates.get(gallery) ?? { id: guidOf('gallery', gallery), displayName: gallery };
    templates.set(gallery, known);
    return known.id;
  };
  const apps: SandboxApp[] = [];
  const add = (key: string, name: string, template: string | null, roles: readonly string[], spec?: AppSpec): void => {
    const id = guidOf(seed, 'servicePrincipal', key);
    apps.push({
      id,
      appId: guidOf(seed, 'application', key),
      displayName: name,
      applicationTemplateId: template,
      appRoles: [
        role(seed, key, 'msiam_access', true),
        ...roles.filter((one) => one !== 'msiam_access').map((one) => role(seed, key, one, false)),
      ],
      createdDateTime: iso(now - (300 + (apps.length % 700)) * dayMs),
      tags: [
        'WindowsAzureActiveDirectoryIntegratedApp',
        ...(spec !== undefined && template === customAppTemplateId
          ? ['WindowsAzureActiveDirectoryCustomSingleSignOnApplication']
          : []),
      ],
      ...(spec === undefined
        ? {}
        : { spec, jobId: `${spec.template}.${tenantId.replaceAll('-', '')}.${guidOf(seed, 'job', key)}` }),
    });
  };
  for (const spec of provisionedApps) add(spec.key, spec.name, templateOf(spec.gallery), spec.roles, spec);
  for (const other of otherApps)
    add(other.name, other.name, other.gallery === undefined ? null : templateOf(other.gallery), ['User']);
  let left = provisioned - provisionedApps.length;
  for (let index = apps.length; index < count; index++, left--) {
    const [key, name] = [`app-${index}`, `Line of business ${index}`];
    if (left > 0) add(key, name, templateOf(undefined), ['User'], lineOfBusiness(key, name));
    else add(key, name, null, ['User']);
  }
  return { apps, templates: [{ id: customAppTemplateId, displayName: 'Custom' }, ...templates.values()] };
}

function role(seed: number, app: string, name: string, gallery: boolean): AppRole {
  return {
    id: guidOf(seed, 'role', app, name),
    displayName: name,
    description: name,
    value: gallery ? null : name.toLowerCase().replaceAll(' ', '_'),
    isEnabled: true,
    origin: 'Application',
    allowedMemberTypes: ['User'],
  };
}

/** The role's id by name; '' is default access. */
export function roleId(app: SandboxApp, name: string): string {
  if (name === '') return defaultRoleId;
  const found = app.appRoles.find((one) => one.displayName === name);
  if (found === undefined) throw new RangeError(`${app.displayName} has no role ${name}`);
  return found.id;
}
