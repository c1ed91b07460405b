import type { Refusal } from '../../answers/access.ts';
import type { DeniedAnswer, NotUnderstoodAnswer, UnavailableAnswer } from '../../answers/answer.ts';
import { cut } from '../clean.ts';
import type { Clock } from '../clock.ts';
import type { Said } from '../language.ts';
import { examples } from './help.ts';
import { quoted, sentences } from './say.ts';

const refusals: Readonly<Record<Refusal, Said>> = {
  foreign: {
    headline: 'This question is not open to you',
    text: 'Skipper answers only people of the tenant that it belongs to.',
  },
  unidentified: {
    headline: 'This question is not open to you',
    text: 'Teams did not say who asks, so nothing can be answered. Ask from an account of your own.',
  },
  nobodyLetIn: {
    headline: 'Skipper is not open to anybody yet',
    text: 'Its operator has yet to say which group may ask. Tell the operator of Skipper; its log says what to set.',
  },
  notLetIn: {
    headline: 'This question is not open to you',
    text: 'Skipper answers only people whom its operator has let in. Ask the operator of Skipper or your Entra admin.',
  },
  notChecked: {
    headline: 'Whether you may ask could not be checked',
    text: 'Skipper could not read your group memberships in Entra, and does not answer without. Ask again in a minute; if that does not help, tell the operator of Skipper.',
  },
  notTheirApp: {
    headline: 'This question is not open to you',
    text: 'Skipper answers you only about the apps that are yours, and knows none of these by that name. Ask the operator of Skipper or your Entra admin.',
  },
  adminsOnly: {
    headline: 'This is for the admins of Skipper',
    text: 'What a chat of several people or a channel is told, only they decide. Ask one of them, or ask Skipper in your own chat with it.',
  },
};

/** Skipper, or the asker, may not. */
export function denied(answer: DeniedAnswer): Said {
  if (answer.who === 'asker') {
    return refusals[answer.refusal ?? 'notLetIn'];
  }
  const status = answer.status === undefined ? '' : ` (HTTP ${answer.status})`;
  return {
    headline: 'Skipper may not read this in Entra',
    text: sentences(
      `Microsoft Graph refused the request${status}, so nothing can be said about it`,
      answer.permission
        ? `Tell the operator of Skipper: the application permission ${cut(answer.permission, 100)} needs admin consent`
        : 'Tell the operator of Skipper: the sign-in to Microsoft Graph or a permission of it is missing',
    ),
  };
}

const troubles: Readonly<Record<UnavailableAnswer['because'], { readonly headline: string; readonly text: string }>> = {
  throttled: {
    headline: 'Microsoft Graph asks to wait',
    text: 'Too many log requests came together in this tenant; it allows five in ten seconds',
  },
  unreachable: { headline: 'Microsoft Graph cannot be reached', text: 'No connection came about, so nothing was read' },
  timeout: { headline: 'Microsoft Graph took too long', text: 'The answer did not come in time' },
  'server-error': { headline: 'Microsoft Graph has a fault', text: 'It answered with an error of its own' },
  garbled: {
    headline: 'Microsoft Graph sent an unreadable answer',
    text: 'What came could not be read, so nothing is said on its ground',
  },
  cancelled: { headline: 'The question was broken off', text: 'Skipper is stopping or the turn was over' },
  tooManyTurns: {
    headline: 'That was a lot of questions in a minute',
    text: 'Skipper shares the requests that Microsoft Graph allows among everybody, so each person has so many a minute',
  },
  notAudited: {
    headline: 'Skipper cannot answer at the moment',
    text: 'It keeps a record of every question and cannot write it just now; the operator finds why in the log under the reference below',
  },
  internal: {
    headline: 'Skipper met a fault of its own',
    text: 'The operator finds it in the log under the reference below',
  },
};

/** What is known all the same, and when to ask again. */
export function unavailable(answer: UnavailableAnswer, clock: Clock): Said {
  const { headline, text } = troubles[answer.because];
  const known = [answer.subject?.name, answer.app?.name].filter((name) => name !== undefined && name !== '');
  const again = answer.retryAt ? `Ask again about ${clock.soon(answer.retryAt)}` : 'Ask again in a minute';
  return {
    headline,
    text: sentences(
      text,
      known.length > 0 &&
        `Found so far: ${known.map((name) => quoted(name ?? '', 80)).join(' and ')}; why is not known yet`,
      again,
    ),
  };
}

/** Only the app was understood. */
function unclearOf(app: string): Said & { readonly examples: readonly string[] } {
  return {
    headline: `What about ${quoted(app, 60)}?`,
    text: 'Skipper tells how an app is doing, who failed or was skipped in it, and why somebody is not there. It does not list who has access.',
    examples: [`how is ${app} doing?`, `who failed in ${app} this week?`, `why was alice skipped in ${app}?`],
  };
}

/** What was missing from a question, and what can be asked. */
export function notUnderstood(answer: NotUnderstoodAnswer): Said & { readonly examples: readonly string[] } {
  const asked = answer.question?.kind === 'explain' ? answer.question : undefined;
  switch (answer.reason) {
    case 'empty':
      return { headline: 'There is no question in this message', text: 'Name a person and an app.', examples };
    case 'nonsense': {
      if (answer.named !== undefined) return unclearOf(cut(answer.named.trim(), 60));
      return {
        headline: 'This question is not understood',
        text: 'Skipper tells why a person or group was skipped in an app, what a code means, and how provisioning works.',
        examples,
      };
    }
    case 'tooLong':
      return {
        headline: 'This text is too long',
        text: 'A question with a person and an app is enough, or one log entry as JSON.',
        examples,
      };
    case 'missing-user': {
      if (answer.question?.kind === 'userOverview') {
        return {
          headline: 'Who is it about?',
          text: 'Add a name, a sign-in name, an address or an object id.',
          examples: ['what is wrong with alice@contoso.com?', 'offboarding check for bob@contoso.com'],
        };
      }
      const app = asked?.app ? cut(asked.app.trim(), 60) : 'Salesforce';
      return {
        headline: `Who is missing${asked?.app ? ` in ${quoted(app, 60)}` : ''}?`,
        text: 'Add a name, a sign-in name, an address or an object id.',
        examples: [`why was alice@contoso.com skipped in ${app}?`, `why is the group Sales Team not in ${app}?`],
      };
    }
    case 'missing-app': {
      if (answer.question?.kind === 'appProblems') {
        return {
          headline: 'In which app?',
          text: 'Add the name of the app as the tenant or the gallery has it.',
          examples: ['who failed in Salesforce this week?', 'who was skipped in Slack yesterday?'],
        };
      }
      const user = asked?.user ? cut(asked.user.trim(), 60) : 'alice';
      return {
        headline: asked?.user ? `In which app is ${quoted(user, 60)} missing?` : 'In which app?',
        text: 'Add the name of the app as the tenant or the gallery has it.',
        examples: [`why was ${user} skipped in Salesforce?`, `did ${user} make it into Slack?`],
      };
    }
  }
}
