import { cut } from '../clean.ts';
import type { Told } from '../language.ts';
import { paths } from './codes/paths.ts';
import { app, who } from './say.ts';
import { capitalNext, filterMenu, menu, nextCycle, type Steps } from './steps.ts';

/** Steps that concern the job, its filter, its mappings and its credentials, and waiting. */
export const settingsSteps = {
  'wait-next-cycle': (told) => ({
    text: `Wait for the next cycle${nextCycle(told)}, then check again`,
    after: 'Its log entry can take some minutes more to appear',
  }),
  'wait-initial-cycle': (told) => ({
    text: `Wait until the first cycle of ${app(told)} is complete`,
    menu: menu(paths.provisioning, told),
    after: 'The page shows how far it is; 20 minutes to several hours, depending on how many people there are',
    place: 'app-provisioning',
  }),
  'wait-log': () => ({
    text: 'Wait some minutes and check again: log entries appear with a delay',
    after: 'Nothing has to be changed for that',
  }),
  'change-filter': (told) => ({
    text: `If ${who(told)} belongs in ${app(told)} as things are, widen the scoping filter`,
    menu: filterMenu(told),
    after: 'Saving starts a new initial cycle for everybody, and whoever then falls out of scope is disabled',
    place: 'app-provisioning',
  }),
  'review-filter': (told) => ({
    text: `Compare the scoping filter of ${app(told)} with the attributes of ${who(told)}`,
    menu: filterMenu(told),
    after: 'Provision on demand shows the result of each clause, and really writes where it passes',
    place: 'app-provisioning',
  }),
  'add-mapping-default': (told) => ({
    text: `Or give the mapping of ${target(told)} a default value, if one value fits everybody who has none`,
    menu: `${menu(paths.mappings, told)} > ${target(told)} > Default value if null`,
    after: 'Saving starts a new initial cycle',
    place: 'app-provisioning',
  }),
  'map-required-attribute': (told) => ({
    text: `Map ${target(told)} to an attribute that everybody in scope has`,
    menu: `${menu(paths.mappings, told)} > Add New Mapping`,
    after: 'Saving starts a new initial cycle',
    place: 'app-provisioning',
  }),
  'change-matching-attribute': (told) => ({
    text: 'Or choose a matching attribute that everybody in scope has and nobody shares',
    menu: `${menu(paths.mappings, told)} > (attribute) > Match objects using this attribute`,
    after: 'Saving starts a new initial cycle, and everybody is matched anew: test with one person first',
    place: 'app-provisioning',
  }),
  'start-provisioning': (told) => ({
    text: `Start provisioning to ${app(told)}, if it was not stopped on purpose`,
    menu: `${menu(paths.provisioning, told)} > Start provisioning`,
    after: 'What happened meanwhile is caught up with in the next cycle; it begins within minutes',
    place: 'app-provisioning',
  }),
  'configure-provisioning': (told) => ({
    text: `Set up provisioning to ${app(told)} as its tutorial says: credentials, mappings, scope, then start`,
    menu: menu(paths.provisioning, told),
    after: 'The first cycle takes from 20 minutes to several hours',
    place: 'app-provisioning',
  }),
  'resolve-quarantine': (told) => ({
    text: `Mend what the quarantine names${quarantineReason(told)}, then restart provisioning`,
    menu: `${menu(paths.provisioning, told)} > Restart provisioning`,
    after: 'After 28 days in quarantine Entra switches the job off',
    place: 'app-provisioning',
  }),
  'renew-credentials': (told) => ({
    text: `Enter valid credentials for ${app(told)}, press Test connection, and save`,
    menu: menu(paths.credentials, told),
    after: `${capitalNext(told)} uses them; where the job is in quarantine, restart provisioning`,
    place: 'app-provisioning',
  }),
  'review-held-deletions': (told) => ({
    text: `Look at the entries with the action StagedDelete for ${app(told)}: are these people meant to go?`,
    menu: menu(paths.logs, told),
    after: 'If not, mend the assignment, the filter or the accounts before anything else',
  }),
  'allow-deletions': (told) => ({
    text: 'If all of them are meant to go, allow the deletions; if not, mend the cause and restart provisioning',
    menu: `${menu(paths.provisioning, told)} > Allow deletes`,
    after: 'Allowing disables or deletes the accounts at once; it cannot be taken back',
    place: 'app-provisioning',
  }),
  'restart-provisioning': (told) => ({
    text: `Restart provisioning to ${app(told)}`,
    menu: `${menu(paths.provisioning, told)} > Restart provisioning`,
    after: 'Everybody is read anew, which takes from 20 minutes to several hours',
    place: 'app-provisioning',
  }),
  'provision-on-demand': (told) => ({
    text: `Provision ${who(told)} on demand to see the result at once`,
    menu: menu(paths.onDemand, told),
    after: `It takes less than a minute and really writes to ${app(told)}`,
    place: 'app-provisioning',
  }),
  'contact-microsoft': () => ({
    text: 'Open a case with Microsoft support, with the text for the ticket: it holds the ids that support asks for first',
    menu: 'Entra ID > Diagnose & solve problems > New support request',
  }),
  'show-raw-to-admin': (told) => ({
    text: `Show the whole text of the log entry to whoever looks after ${app(told)} in Entra`,
    menu: menu(paths.logs, told),
    after: 'The text for the ticket holds it, with the ids of the entry',
  }),
  'if-wanted-change-filter': (told) => ({
    text: `If ${who(told)} is meant to be in ${app(told)}: widen the scoping filter`,
    menu: filterMenu(told),
    after: 'Saving starts a new initial cycle for everybody',
    place: 'app-provisioning',
  }),
  'grant-permission': () => ({
    text: 'Grant Skipper the permission that is missing, with admin consent',
    menu: 'Entra ID > App registrations > Skipper > API permissions',
    after: 'It works within minutes',
  }),
} satisfies Steps;

function target({ diagnosis }: Told): string {
  return diagnosis.property ? cut(diagnosis.property.target, 60) : 'the attribute that the app needs';
}

function quarantineReason({ diagnosis }: Told): string {
  const reason = diagnosis.job.quarantine?.reason;
  return reason ? ` (${cut(reason, 60)})` : '';
}
