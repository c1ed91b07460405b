import type { Language } from '../language.ts';
import type { Place } from '../portal-links.ts';
import { about } from './about.ts';
import { appTutorial } from './app-tutorial.ts';
import { askedAs } from './asked-as.ts';
import { candidate, choice, flags } from './choice.ts';
import { codeWords } from './code-words.ts';
import { credentials } from './credentials.ts';
import { step } from './fix.ts';
import { headline } from './headline.ts';
import { health } from './health.ts';
import { help } from './help.ts';
import { labels } from './labels.ts';
import { meaning } from './meaning.ts';
import { owners, verdictName } from './names.ts';
import { news } from './news.ts';
import { askInstead, notMine, notMineExamples } from './not-mine.ts';
import { note, taken } from './notes.ts';
import { now } from './now.ts';
import { overview } from './overview.ts';
import { pending } from './pending.ts';
import { people } from './people.ts';
import { proofText } from './proof.ts';
import { reason } from './reasons.ts';
import { app, capital, who } from './say.ts';
import { soFar } from './so-far.ts';
import { ticket } from './ticket.ts';
import { topic } from './topics.ts';
import { denied, notUnderstood, unavailable } from './trouble.ts';
import { subscription, subscriptionActions, watching } from './watching.ts';
import { quote, why } from './why.ts';

const places: Readonly<Record<Place, (app: string, who: string) => string>> = {
  'app-overview': (app) => `${app} in Entra`,
  'app-provisioning': (app) => `Provisioning of ${app} in Entra`,
  'app-users': (app) => `Users and groups of ${app} in Entra`,
  subject: (_app, who) => `${capital(who)} in Entra`,
};

export const english: Language = {
  tag: 'en',
  verdictName,
  owners,
  labels,
  unnamed: { person: 'the person', app: 'the app' },
  headline,
  reason,
  why,
  now,
  proof: proofText,
  quote,
  step,
  note,
  taken,
  ticket,
  place: (place, told) => places[place](app(told), who(told)),
  tutorial: (told) => `Setup tutorial of ${app(told)}`,
  documentation: 'Microsoft’s documentation',
  code: codeWords,
  meaning,
  people,
  topic,
  appTutorial,
  health,
  overview,
  news,
  credentials,
  watching,
  subscription,
  subscriptionActions,
  help,
  about,
  notMine,
  notMineExamples,
  askInstead,
  choice,
  candidate,
  askedAs,
  flags,
  denied,
  unavailable,
  notUnderstood,
  soFar,
  pending,
  inYourChat: 'The values follow in your own chat with Skipper.',
  noChatWithYou:
    'The values are for you alone, and Skipper has no chat with you yet. Open one: find Skipper among the apps of Teams, add it, and ask there.',
  stillLooking: 'Still looking; the answer follows.',
  below: 'The answer follows below.',
  failed: (correlationId) =>
    `Skipper met a fault and could not show the answer. Tell its operator the reference ${correlationId}.`,
};
