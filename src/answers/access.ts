import type { Question } from '../questions/question.ts';
import type { Place } from './ask.ts';

/** What somebody is to Skipper. An `appOwner` may ask about some apps only, and `none` about nothing. */
export type Role = 'none' | 'appOwner' | 'helpdesk' | 'admin';

/** Why somebody may not. `notChecked`: membership could not be read, and what is not known is not allowed. */
export type Refusal =
  | 'foreign'
  | 'unidentified'
  | 'nobodyLetIn'
  | 'notLetIn'
  | 'notChecked'
  | 'notTheirApp'
  | 'adminsOnly';

/**
 * Who may ask what, where. Undefined: may. An app that an app owner names is looked up first: see scoped-reads.ts.
 * Without a place it is somebody at a terminal, with a token of their own.
 */
export function refusalOf(role: Role, question: Question, place: Place | undefined): Refusal | undefined {
  if (role === 'none') return 'notLetIn';
  if (role === 'admin') return undefined;
  const shared = place !== undefined && place.type !== 'personal';
  switch (question.kind) {
    case 'watch':
    case 'unwatch':
      // What a chat of several is told, its admins decide.
      if (shared) return 'adminsOnly';
      // Without an app it means all of them.
      return role === 'appOwner' && question.app === undefined && question.kind === 'watch' ? 'notTheirApp' : undefined;
    case 'watching':
      // The list of a chat of several names apps that others chose.
      return role === 'appOwner' && shared ? 'adminsOnly' : undefined;
    case 'explain':
    case 'explainMany':
    case 'appStatus':
    case 'overview':
    case 'appProblems':
    case 'appChanges':
    case 'userOverview':
    case 'credentials':
    case 'meaning':
    case 'topic':
    case 'help':
    case 'about':
    case 'notMine':
      return undefined;
  }
}
