import { z } from 'zod/v4';
import type { App, AppRole } from '../diagnosis/evidence.ts';
import { fitting, flag, list, optionalText, text } from './outside.ts';

/** What is asked of a service principal. */
export const appProperties =
  'id,appId,displayName,appDisplayName,applicationTemplateId,appRoles,tags,servicePrincipalType,accountEnabled';

/** An app as remembered: also by what its maker calls it, which no answer shows. */
export interface KnownApp {
  readonly app: App;
  readonly otherNames: readonly string[];
}

const role = z
  .object({ id: z.string().min(1), displayName: text, value: text, isEnabled: flag })
  .transform(
    (read): AppRole => ({ id: read.id, name: read.displayName || read.value, enabled: read.isEnabled ?? true }),
  );

const servicePrincipal = z.object({
  id: z.string().min(1),
  appId: optionalText,
  displayName: text,
  appDisplayName: text,
  applicationTemplateId: optionalText,
  appRoles: list,
  servicePrincipalType: text,
});

/** A service principal that people can be provisioned to; undefined for a managed identity, or without an id. */
export function parseApp(value: unknown): KnownApp | undefined {
  const parsed = servicePrincipal.safeParse(value);
  if (!parsed.success || parsed.data.servicePrincipalType === 'ManagedIdentity') return undefined;
  const { id, appId, displayName, appDisplayName, applicationTemplateId, appRoles } = parsed.data;
  const name = displayName || appDisplayName || id;
  return {
    app: { id, appId, name, templateId: applicationTemplateId, roles: fitting(appRoles, role) },
    otherNames: appDisplayName && appDisplayName !== name ? [appDisplayName] : [],
  };
}

const template = z.object({ id: z.string().min(1), displayName: z.string().min(1) });

/** A gallery template's id and name. */
export function parseTemplate(value: unknown): { readonly id: string; readonly name: string } | undefined {
  const parsed = template.safeParse(value);
  return parsed.success ? { id: parsed.data.id, name: parsed.data.displayName } : undefined;
}
