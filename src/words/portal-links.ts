/**
 * Links into the Microsoft Entra admin center. Microsoft documents no contract for them, so they stand in this one file,
 * and whoever prints one prints the menu path too.
 */
const portal = 'https://entra.microsoft.com/#view';

/** A page of the admin center that a step or an answer leads to. */
export type Place = 'app-overview' | 'app-provisioning' | 'app-users' | 'subject';

interface Target {
  readonly subject?: { readonly type: string; readonly id: string };
  readonly app?: { readonly id: string; readonly appId?: string };
}

/** The link of a place, or undefined where the ids it needs are not known. */
export function portalLink(place: Place, { subject, app }: Target): string | undefined {
  switch (place) {
    case 'app-overview':
      if (!app?.id) return undefined;
      return app.appId
        ? `${portal}/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview/objectId/${part(app.id)}/appId/${part(app.appId)}`
        : `${portal}/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview/objectId/${part(app.id)}`;
    case 'app-provisioning':
      if (!app?.id) return undefined;
      return `${portal}/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/ProvisioningActivity/objectId/${part(app.id)}`;
    case 'app-users':
      if (!app?.id || !app.appId) return undefined;
      return `${portal}/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Users/objectId/${part(app.id)}/appId/${part(app.appId)}`;
    case 'subject':
      // A worker is keyed by the HR system, and has no page of its own in Entra.
      if (!subject?.id || subject.type === 'worker') return undefined;
      return subject.type === 'group'
        ? `${portal}/Microsoft_AAD_IAM/GroupDetailsMenuBlade/~/Overview/groupId/${part(subject.id)}`
        : `${portal}/Microsoft_AAD_UsersAndTenants/UserProfileMenuBlade/~/overview/userId/${part(subject.id)}`;
  }
}

/** The list that a page is found in, for where nobody has looked up yet whose page it is. */
export function portalList(place: Place): string {
  return place === 'subject'
    ? `${portal}/Microsoft_AAD_UsersAndTenants/UserManagementMenuBlade/~/AllUsers`
    : `${portal}/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview`;
}

/** Whether a link leads into the admin center. */
export function isPortalLink(url: string): boolean {
  return url.startsWith(`${portal}/`);
}

/** The setup tutorial of an app, by its slug. */
export function tutorialLink(slug: string): string {
  return `https://learn.microsoft.com/entra/identity/saas-apps/${part(slug)}`;
}

function part(id: string): string {
  // What it leaves as it is could still be Markdown.
  return encodeURIComponent(id).replace(/[!'()*_~.]/g, (one) => `%${one.charCodeAt(0).toString(16).toUpperCase()}`);
}
