import { cut } from '../clean.ts';
import type { Said } from '../language.ts';
import type { Link } from '../worded.ts';
import { docs } from './topics/links.ts';

const steps =
  "In general you enter the app's admin credentials (a tenant URL and a secret token, or a sign-in with OAuth) and test the connection. Then you choose the matching attribute, assign people or groups, and start provisioning.";

/** How an app is set up, as far as it can be said of any app, and where it says the rest. */
export function appTutorial(
  name: string,
  hasTutorial: boolean,
): Said & { readonly title: string; readonly links: readonly Link[] } {
  const app = cut(name.trim(), 80);
  const title = `Setup tutorial for ${app}`;
  if (hasTutorial) {
    return {
      title,
      headline: `How to set up provisioning to ${app}`,
      text: `Microsoft has a step-by-step tutorial for this app. ${steps} The tutorial says which of these the app needs.`,
      links: [docs.setUp],
    };
  }
  return {
    title,
    headline: `I don't know a setup tutorial for ${app}`,
    text: `Microsoft publishes tutorials for gallery apps only, and none has this name. A custom app can be provisioned if it has a SCIM 2.0 endpoint. ${steps}`,
    links: [docs.scim, docs.tutorials],
  };
}
