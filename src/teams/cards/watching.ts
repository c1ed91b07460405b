import { cut } from '../../words/clean.ts';
import type { WordedSubscription, WordedWatching } from '../../words/worded.ts';
import type { Action, AdaptiveCard, ColumnSet, Container, Element } from './elements.ts';
import type { CardLabels } from './labels.ts';
import { card, examples, heading, lineOf, paragraph, small, tap, unfold } from './parts.ts';

/** So many subscriptions fit with their buttons; the others are named. */
const mostRows = 7;

/** What this conversation is told about. One subscription has its buttons at the foot; of several, each unfolds its own. */
export function watchingCard(worded: WordedWatching, labels: CardLabels): AdaptiveCard {
  const { subscriptions } = worded;
  const [only, ...others] = subscriptions;
  const alone = only !== undefined && others.length === 0;
  const rest = subscriptions.slice(mostRows);
  return card(worded.headline, labels, {
    body: [
      heading(worded.headline),
      ...(worded.text === '' ? [] : [paragraph(worded.text)]),
      ...(alone
        ? [told(only)]
        : subscriptions.slice(0, mostRows).flatMap((one, index) => changeable(one, index, labels))),
      ...(rest.length > 0 ? [lineOf(labels.moreApps(rest.length), ` · ${namesOf(rest)}`, 'Medium')] : []),
      ...examples(worded.examples, labels),
    ],
    actions: alone ? buttons(only) : [],
  });
}

function told({ title, status, lines }: WordedSubscription): Container {
  return {
    type: 'Container',
    style: 'emphasis',
    spacing: 'Medium',
    items: [paragraph(`${title} · ${status}`, { weight: 'Bolder' }), ...lines.map((line) => small(line))],
  };
}

function changeable(subscription: WordedSubscription, index: number, labels: CardLabels): Element[] {
  const { title, status, lines } = subscription;
  const id = `change-${index}`;
  const row: ColumnSet = {
    type: 'ColumnSet',
    spacing: index === 0 ? 'Medium' : 'Default',
    separator: true,
    columns: [
      {
        type: 'Column',
        width: 'stretch',
        items: [paragraph(`${title} · ${status}`, { weight: 'Bolder' }), ...lines.map((line) => small(line))],
      },
      {
        type: 'Column',
        width: 'auto',
        items: [{ type: 'ActionSet', actions: [unfold(id, labels.change)] }],
      },
    ],
  };
  const actions: Container = {
    type: 'Container',
    id,
    isVisible: false,
    spacing: 'Small',
    items: [{ type: 'ActionSet', actions: buttons(subscription) }],
  };
  return [row, actions];
}

function buttons({ actions }: WordedSubscription): Action[] {
  return actions.map(({ title, question }) => tap(title, 'ask', { question }));
}

function namesOf(subscriptions: readonly WordedSubscription[]): string {
  return cut(subscriptions.map(({ title, status }) => `${title} (${status})`).join(', '), 4000);
}
