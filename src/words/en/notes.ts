import type { Taken } from '../../answers/answer.ts';
import type { Note } from '../../diagnosis/diagnosis.ts';
import { cut } from '../clean.ts';
import type { Told } from '../language.ts';
import { codeWords } from './code-words.ts';
import { abstentions, gaps, gateNames, jobStates } from './names.ts';
import { app, count, quoted, sentence, sentences, who } from './say.ts';

const parts: Readonly<Record<Extract<Note, { note: 'gap' }>['part'], string>> = {
  jobs: 'the provisioning job',
  schema: 'the attribute mappings and the scoping filter',
  log: 'the provisioning log',
  assignments: 'the assignments of the app',
  memberships: 'the group memberships',
  syncAll: 'whether everybody is provisioned or only who is assigned',
};

/** A sentence that qualifies the answer. */
export function note(of: Note, told: Told): string {
  switch (of.note) {
    case 'gap':
      return sentence(`Cannot be checked from here: ${parts[of.part]}, because ${gaps[of.why]}`);
    case 'job-trouble':
      return sentences(
        `The job of ${app(told)} is ${jobStates[of.job.state]}, though that did not concern ${who(told)} so far`,
        codeWords(of.job.quarantine?.reason, told)?.title,
      );
    case 'assigned-recently':
      return sentence(
        `The assignment dates from ${told.clock.moment(of.at)}; it can take some minutes until provisioning sees it`,
      );
    case 'dynamic-group':
      return sentence(`${quoted(of.group, 60)} is a dynamic group, and its members may not be up to date yet`);
    case 'gate-unknown': {
      const because = of.abstained ? `, because ${abstentions[of.abstained]}` : '';
      return sentence(`Cannot be checked from here: ${gateNames[of.gate]}${because}`);
    }
    case 'sync-all-unknown':
      return sentence(
        `Whether ${app(told)} provisions everybody or only who is assigned cannot be known from here with the permissions that Skipper has`,
      );
    case 'log-truncated':
      return 'The log holds more entries than were read; older ones are not part of this answer.';
    case 'duplicate-role': {
      const roles = of.roles.map((role) => (role === '' ? 'default access' : quoted(role, 60)));
      return sentence(`${who(told)} is assigned more than once, with the roles ${told.clock.all(roles)}`);
    }
    case 'unknown-code':
      return sentence(
        `The entry's code is ${quoted(cut(of.code, 80))}, which Microsoft does not document; the answer rests on the rest of the entry`,
      );
  }
}

/** Whom it took for the name, and how many others bear it. Undefined when nobody else could have been meant. */
export function taken({ because, others }: Taken, told: Told): string | undefined {
  if (others === 0 && because !== 'spelt-nearly') return undefined;
  const upn = told.subject.userPrincipalName ? ` (${cut(told.subject.userPrincipalName, 100)})` : '';
  const rest = `${count(others, 'other person has', 'other people have')} that name`;
  const name = `${who(told)}${upn}`;
  switch (because) {
    case 'in-log':
      return `This is about ${name}, the only match in the ${app(told)} log; ${rest}.`;
    case 'assigned':
      return `This is about ${name}, the only one assigned to ${app(told)}; ${rest}.`;
    case 'spelt-nearly':
      return `This is about ${name}; I found no name spelled exactly as you typed it.`;
    case 'only-match':
      return `This is about ${name}, the only full match; ${rest}.`;
  }
}
