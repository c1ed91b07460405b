import type { MeaningAnswer } from '../../answers/answer.ts';
import type { Said, Told } from '../language.ts';
import { codeWords } from './code-words.ts';
import { headline } from './headline.ts';
import { reason } from './reasons.ts';
import { capital, quoted, sentences } from './say.ts';
import { quote, why } from './why.ts';

/** What a code, a message or a pasted entry means. */
export function meaning(answer: MeaningAnswer, told: Told): Said {
  const words = codeWords(answer.documented, told);
  if (answer.diagnosis && answer.cause !== 'unrecognised') {
    const outranked = told.diagnosis.also.length === 0 && words !== undefined;
    return {
      headline: headline(told, reason(answer.cause, told)),
      text: sentences(why(told), outranked && answer.code ? `${quoted(answer.code, 80)}: ${words.title}` : undefined),
    };
  }
  if (answer.cause === 'unrecognised') {
    const name = answer.code ?? answer.raw;
    return {
      headline:
        name.trim() === '' ? 'There is no code in this text' : `${quoted(name.trim(), 60)} is not a documented code`,
      text: sentences(
        'Microsoft documents nothing under these words, so Skipper does not guess what they mean',
        'A code such as EntryConflict, a whole message from the admin center or a log entry as JSON tells more',
        quote(told),
        answer.raw.trim() !== '' && answer.raw.length > 60 && `The text: ${quoted(answer.raw.trim(), 300)}`,
      ),
    };
  }
  if (!words) return { headline: capital(reason(answer.cause, told)), text: why(told) };
  const code = answer.documented?.startsWith('condition:') ? undefined : (answer.code ?? answer.documented);
  return {
    headline: code ? `${code}: ${words.title}` : words.title,
    text: sentences(words.meaning, quote(told), ...beside(answer, told)),
  };
}

/** What else a pasted message lists: further gates, and what only follows from the first. */
function beside({ also, noise }: MeaningAnswer, told: Told): readonly string[] {
  return [
    ...(also.length > 0 ? [`It also says: ${also.map((one) => reason(one, told)).join('; ')}`] : []),
    ...(noise.includes('no-entitled-role') ? ['The sentence about entitlement only follows from that'] : []),
  ];
}
