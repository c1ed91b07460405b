import { cut } from '../clean.ts';
import type { Told } from '../language.ts';
import { paths } from './codes/paths.ts';
import { app, who } from './say.ts';
import { capitalNext, menu, type Steps } from './steps.ts';

/** Steps that someone asked Skipper to do, and that no diagnosis leads to. */
export const orderSteps = {
  'stop-provisioning': (told) => ({
    text: `Stop provisioning to ${app(told)}`,
    menu: `${menu(paths.provisioning, told)} > Stop provisioning`,
    after: 'Risk: until someone starts it again, no one is created, updated or disabled in the app, leavers included',
    place: 'app-provisioning',
  }),
  'change-provisioning-settings': (told) => ({
    text: `Change the mappings, scoping filters or settings of ${app(told)}`,
    menu: menu(paths.provisioning, told),
    after: 'Risk: saving mappings or scope starts a new initial cycle, and anyone who falls out of scope is disabled',
    place: 'app-provisioning',
  }),
  unassign: (told) => ({
    text: `Remove ${who(told)}'s assignment to ${app(told)}, or take ${who(told)} out of the group that is assigned`,
    menu: menu(paths.assignments, told),
    after: `${capitalNext(told)} disables the account in the app, or deletes it if the app can't disable accounts`,
    place: 'app-users',
  }),
  'create-user': (told) => ({
    text: `If ${who(told)} has no Entra account yet, create one`,
    menu: `${menu(paths.users, told)} > New user > Create new user`,
    after: 'If your users come from HR or on-premises AD, add the person there instead',
    place: 'subject',
  }),
  'delete-user': (told) => ({
    text: `Delete ${who(told)}'s Entra account`,
    menu: `${user(told)} > Delete`,
    after:
      'Risk: this ends access everywhere. Apps disable the account in their next cycle. It can be restored for 30 days, then Entra sends the delete',
    place: 'subject',
  }),
  'delete-in-app': (told) => ({
    text: `If the account must be deleted and not just disabled, delete it in ${app(told)}`,
    after: "The app's administrator decides that. Do it only after the assignment is gone, or it's created again",
  }),
  'reset-password': (told) => ({
    text: `Reset ${who(told)}'s password`,
    menu: `${user(told)} > Reset password`,
    after: "Provisioning doesn't carry passwords. If the app has a password of its own, reset it in the app",
    place: 'subject',
  }),
  'unblock-sign-in': (told) => ({
    text: `Check why ${who(told)} can't sign in, then lift the block`,
    menu: `${user(told)} > Sign-in logs`,
    after:
      'A lockout after wrong passwords ends by itself. A disabled account is enabled under Edit properties > Settings. An account locked in the app is unlocked in the app',
    place: 'subject',
  }),
  'assign-license': (told) => ({
    text: `If it's a Microsoft license, assign it to ${who(told)}`,
    menu: `Microsoft 365 admin center > Users > Active users > ${name(told)} > Licenses and apps`,
    after: 'Licenses are assigned there. The Entra admin center only shows them',
  }),
  'free-license-in-app': (told) => ({
    text: `Check whether ${app(told)} has a free license for ${who(told)}, and free or buy one if not`,
    after: "The app's administrator sees the licenses in the app. Entra then tries again by itself",
  }),
  'open-ticket': () => ({
    text: 'Open a ticket in your ticket system',
    after:
      'When I explain why someone is missing from an app, "Text for the ticket" on the card holds the facts and ids to paste',
  }),
} satisfies Steps;

function user(told: Told): string {
  return `${menu(paths.users, told)} > ${name(told)}`;
}

function name({ subject }: Told): string {
  return cut(subject.name.trim(), 60);
}
