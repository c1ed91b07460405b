import type { HelpQuestion } from './question.ts';
import { tokensOf } from './text/tokens.ts';

const greeting = new Set(
  'hi hello hey hiya howdy hallo moin greetings yo hola bonjour salut ciao servus gruezi gday good morning afternoon evening day team all there everyone folks skipper bot world thanks thank you thx ty cheers ok okay test testing ping start begin welcome much very many a lot how are is it going'.split(
    ' ',
  ),
);
const greets =
  /^(?:hi+|hello+|hey+|hiya|howdy|hallo|moin|greetings|yo|hola|bonjour|salut|ciao|servus|gruezi|gday|good (?:morning|afternoon|evening|day)|thanks|thank you|thx|ty|cheers|ok|okay|test|testing|ping|start|welcome)\b/;
const asksForHelp =
  /^(?:(?:please |pls )?(?:help|halp|hilfe|aide|ayuda|info|about|menu|commands?|options|usage|manual|examples?|instructions|faq|what now|\?+|help me|i need help|need help|can you help(?: me)?|could you help(?: me)?|show (?:me )?(?:help|examples|commands)|get started|getting started|who are you|what are you|what is this|what is skipper|who is skipper|what s skipper|whats skipper|what s this|what (?:else )?can (?:you|i|skipper|this bot|it) (?:do|ask|answer|say|type)(?: you| here| for me)?|what do you do|what should i (?:ask|type|write)|how (?:do|can|should) i (?:use|ask|talk to|work with) (?:you|this|it|skipper|this bot|the bot)|how (?:do|does) (?:you|this|it|skipper|this bot|the bot) work|what questions (?:can|do) (?:i ask|you answer|you understand)|tell me (?:about yourself|what you can do)|how to use(?: this| you| it| skipper| this bot)?|what does (?:this bot|skipper|this) do))(?: please| pls| thanks)?$/;

/** Greetings, thanks, and calls for help. */
export function readHelp(source: string): HelpQuestion | undefined {
  if (source.length > 200) return undefined;
  if (/^[?¿\s]+$/.test(source)) return { kind: 'help' };
  const words = tokensOf(source).flatMap((token) =>
    token.kind === 'separator' ? [] : token.kind === 'possessive' ? ['s'] : token.folded.split(' '),
  );
  const said = words.join(' ');
  if (asksForHelp.test(said)) return { kind: 'help' };
  if (words.length > 8 || !greets.test(said)) return undefined;
  if (words.every((word) => greeting.has(word))) return { kind: 'help' };
  const begins = words.findIndex(
    (word) => !greets.test(word) && !/^(?:there|team|all|skipper|bot|everyone)$/.test(word),
  );
  return asksForHelp.test(words.slice(begins).join(' ')) ? { kind: 'help' } : undefined;
}
