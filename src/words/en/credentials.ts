import { cut } from '../clean.ts';
import type { CredentialWords, ToldCredentials } from '../language-apps.ts';
import type { WordedFact } from '../worded-apps.ts';
import { codeWords } from './code-words.ts';
import { paths } from './codes/paths.ts';
import { lower } from './health.ts';
import { quarantineFacts } from './health-facts.ts';
import { app, quoted, sentences } from './say.ts';

export const credentials: CredentialWords = {
  state,
  headline: (about) => `${app(about.told)}: ${reason(about)}`,
  reason,
  why,
  test,
  facts,
  proof,
  notes,
  meanings: [
    {
      name: '401, InvalidCredentials',
      text: 'The app does not know the user, password, token or authorisation: it expired, was revoked or was mistyped.',
    },
    {
      name: '403, Forbidden',
      text: 'The app knows the account, but it may not manage users: its role or the scope of its token is too small.',
    },
    {
      name: '404, not found',
      text: 'The Tenant URL leads nowhere, or the app answers a search without result with 404 where SCIM wants an empty list.',
    },
    {
      name: 'Saving fails without a reason',
      text: 'In the clouds of the US government credentials and notification addresses share 1 KB: shorten them, or leave addresses out.',
    },
  ],
};

function state({ health, trouble, test: tried }: ToldCredentials): string {
  if (trouble) return 'Refused';
  if (tried.outcome === 'valid') return 'Valid';
  return health.need === 'unset' ? 'Not set up' : 'Nothing found';
}

function reason(about: ToldCredentials): string {
  const { health, trouble, told, test: tried } = about;
  if (trouble) {
    const title = codeWords(trouble.documented, told)?.title;
    if (title) return lower(title.replace(/^Quarantine: /, ''));
    return trouble.cause === 'insufficient-rights'
      ? 'the app does not let Entra manage its users'
      : 'the app does not accept Entra’s credentials';
  }
  if (tried.outcome === 'valid') return 'the saved credentials work';
  if (health.need === 'unset') return 'no credentials are saved, for provisioning is not set up';
  if (health.need === 'unread') return 'whether the credentials work cannot be read';
  return 'nothing shows that the credentials are at fault';
}

function why(about: ToldCredentials): string {
  const { health, trouble, told, test: tried } = about;
  const { clock } = told;
  if (!trouble) {
    const good = health.lastGoodAt;
    return sentences(
      health.need === 'unset'
        ? `Without a working sign-in to ${app(told)} Entra saves no provisioning settings`
        : unread(about) || tried.outcome === 'valid'
          ? undefined
          : `${searched[about.log]} names a refused sign-in to ${app(told)}`,
      health.job.state === 'stalled' &&
        'But no cycle has run for longer than they take, and expired credentials can cause that',
      good && `The last cycle without errors ended ${clock.moment(good)}`,
      'If new settings cannot be saved, Entra could not sign in with what was typed in: compare each field with the tutorial',
    );
  }
  const { error } = trouble;
  const meaning = codeWords(trouble.documented, told)?.meaning;
  const said = error.message === '' ? error.code : quoted(error.message, 240);
  return sentences(
    meaning ?? `Entra cannot sign in to ${app(told)}, or may not do there what it has to`,
    `${whose[trouble.from]}${error.code && error.message ? ` (${cut(error.code, 80)})` : ''}: ${said}`,
    trouble.since && `It has been so since ${clock.moment(trouble.since)}`,
  );
}

/** What was looked through in vain. */
const searched: Readonly<Record<ToldCredentials['log'], string>> = {
  whole: 'Neither the job nor the log of the last 30 days',
  part: 'Neither the job nor the newest part of the log',
  none: 'The job is all that could be read, and nothing in it',
};

function unread({ health }: ToldCredentials): boolean {
  return health.need === 'unread';
}

const whose: Readonly<Record<NonNullable<ToldCredentials['trouble']>['from'], string>> = {
  quarantine: 'The quarantine names',
  run: 'The last cycle reported',
  log: 'The log says',
  test: 'The test just now answered',
};

function test({ test: tried, told }: ToldCredentials): string {
  switch (tried.outcome) {
    case 'valid':
      return `Tried just now: ${app(told)} accepts the saved credentials.`;
    case 'refused':
      return 'Tried just now: the saved credentials do not work.';
    case 'notAsked':
      return 'The saved credentials can be tried from here: Entra then signs in to the app once, and changes nothing.';
    case 'off':
      return 'Trying the saved credentials from here is switched off. Test connection in the admin center does the same.';
    case 'forbidden':
      return 'The saved credentials could not be tried: Microsoft Graph does not let Skipper, which lacks the permission Synchronization.ReadWrite.All.';
    case 'noJob':
      return 'There are no saved credentials to try, for the app has no provisioning job.';
    case 'unknown':
      return 'The saved credentials were tried, and no answer came that says whether they work. Ask again in a minute.';
  }
}

function facts({ health, trouble, told }: ToldCredentials): readonly WordedFact[] {
  const { clock } = told;
  const { quarantine } = health;
  const found: (WordedFact | false | undefined)[] = [
    trouble?.since !== undefined && { name: 'Since', text: clock.moment(trouble.since) },
    trouble?.at !== undefined && { name: 'Told last', text: clock.moment(trouble.at) },
    health.lastGoodAt !== undefined && { name: 'Last without errors', text: clock.moment(health.lastGoodAt) },
    ...quarantineFacts(quarantine, clock),
    { name: 'Where to renew', text: paths.credentials.replace('{app}', app(told)) },
  ];
  return found.filter((fact): fact is WordedFact => typeof fact === 'object');
}

function proof({ trouble }: ToldCredentials): string {
  if (!trouble) return '';
  const { error } = trouble;
  return [error.code, error.message]
    .filter((part) => part !== '')
    .map((part) => cut(part, 300))
    .join(': ');
}

function notes({ test: tried }: ToldCredentials): readonly string[] {
  if (tried.outcome !== 'off') return [];
  return [
    'Skipper tries saved credentials itself once its operator sets ALLOW_CREDENTIAL_TEST and grants it the permission Synchronization.ReadWrite.All, which could also change settings.',
  ];
}
