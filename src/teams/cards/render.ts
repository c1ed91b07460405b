import type { Worded } from '../../words/worded.ts';
import { appChangesCard } from './app-changes.ts';
import { appProblemsCard } from './app-problems.ts';
import { appStatusCard } from './app-status.ts';
import { withinBudget } from './budget.ts';
import { credentialsCard } from './credentials.ts';
import { digestCard } from './digest.ts';
import type { AdaptiveCard } from './elements.ts';
import { explanationCard } from './explanation.ts';
import { explanationsCard } from './explanations.ts';
import type { CardLabels } from './labels.ts';
import { newsCard } from './news.ts';
import { aboutCard, choiceCard, helpCard, meaningCard, notMineCard, topicCard, troubleCard } from './others.ts';
import { overviewCard } from './overview.ts';
import { notice, small } from './parts.ts';
import { userOverviewCard } from './user-overview.ts';
import { watchingCard } from './watching.ts';

/** An answer as an adaptive card, at most 28 KB. Pure. */
export function renderCard(worded: Worded, labels: CardLabels): AdaptiveCard {
  return withinBudget(worded, labels, (shortened) =>
    withAside(withPending(cardOf(shortened, labels), shortened.pending), shortened.aside),
  );
}

/** That more is to come is said first: nobody should act on half an answer. */
function withPending(card: AdaptiveCard, pending: string | undefined): AdaptiveCard {
  if (pending === undefined) return card;
  return { ...card, body: [notice(pending), ...card.body] };
}

function withAside(card: AdaptiveCard, aside: string | undefined): AdaptiveCard {
  return aside === undefined ? card : { ...card, body: [...card.body, small(aside, 'Medium')] };
}

/** One row for each kind of answer: the compiler asks for the row of a kind that is added. */
function cardOf(worded: Worded, labels: CardLabels): AdaptiveCard {
  switch (worded.kind) {
    case 'explanation':
      return explanationCard(worded, labels);
    case 'explanations':
      return explanationsCard(worded, labels);
    case 'appChanges':
      return appChangesCard(worded, labels);
    case 'appProblems':
      return appProblemsCard(worded, labels);
    case 'userOverview':
      return userOverviewCard(worded, labels);
    case 'meaning':
      return meaningCard(worded, labels);
    case 'topic':
      return topicCard(worded, labels);
    case 'news':
      return newsCard(worded, labels);
    case 'digest':
      return digestCard(worded, labels);
    case 'watching':
      return watchingCard(worded, labels);
    case 'appStatus':
      return appStatusCard(worded, labels);
    case 'credentials':
      return credentialsCard(worded, labels);
    case 'overview':
      return overviewCard(worded, labels);
    case 'help':
      return helpCard(worded, labels);
    case 'about':
      return aboutCard(worded, labels);
    case 'notMine':
      return notMineCard(worded, labels);
    case 'choice':
    case 'notFound':
      return choiceCard(worded, labels);
    case 'denied':
    case 'unavailable':
    case 'notUnderstood':
      return troubleCard(worded, labels);
  }
}
