import { type Activity, ActivityTypes, CardFactory } from 'botbuilder';
import type { Answered } from '../answers/answer.ts';
import type { Audience } from '../words/word.ts';
import type { Reader } from '../words/worded.ts';

/** An answer, ready to be shown: an adaptive card, and a line of plain text for notifications and screen readers. */
export interface Presented {
  readonly card: object;
  readonly summary: string;
}

/** Puts an answer into words and onto a card. */
export type Present = (answered: Answered, reader: Reader, audience: Audience) => Presented;

/** What a card's button is answered with; Teams shows it in place of the card, or as a message under it. */
export interface CardResponse {
  readonly statusCode: 200;
  readonly type: 'application/vnd.microsoft.card.adaptive' | 'application/vnd.microsoft.activity.message';
  readonly value: object | string;
}

export function cardMessage({ card, summary }: Presented): Partial<Activity> {
  return { type: ActivityTypes.Message, summary, attachments: [CardFactory.adaptiveCard(card)] };
}

export function cardInPlace({ card }: Presented): CardResponse {
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card };
}

/** Leaves the card as it is. */
export function lineUnderCard(text: string): CardResponse {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text };
}

/** Whether an answer tells something new: only then does it take the place of the one on the card. */
export function isTelling({ answer }: Answered): boolean {
  switch (answer.kind) {
    case 'denied':
    case 'unavailable':
    case 'notUnderstood':
      return false;
    case 'explanation':
    case 'explanations':
    case 'appProblems':
    case 'appChanges':
    case 'userOverview':
    case 'meaning':
    case 'topic':
    case 'watching':
    case 'news':
    case 'digest':
    case 'appStatus':
    case 'overview':
    case 'credentials':
    case 'help':
    case 'about':
    case 'notMine':
    case 'choice':
    case 'notFound':
      return true;
  }
}
