import type { Answer, Answered } from '../../src/answers/answer.ts';
import { createCore } from '../../src/core.ts';
import { word } from '../../src/words/word.ts';
import type { AccuracyCase } from './case.ts';
import { serveTenant } from './fake-graph.ts';
import { askedAt } from './wire.ts';

export interface Given {
  readonly answer: Answer;
  /** What the reader would read first. */
  readonly headline: string;
  /** Requests that the stand-in for Graph has no rule for, or that should not have been made at all. */
  readonly strayRequests: readonly string[];
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };
const patience = { patienceMs: 5_000, attempts: 4 };

/** Asks one case of a fresh Skipper that knows nothing yet. The clock stands at `askedAt`. */
export async function answerCase(one: AccuracyCase): Promise<Given> {
  if (one.tenant === undefined) {
    const stray: string[] = [];
    const refuse: typeof fetch = async (input) => {
      stray.push(input instanceof Request ? input.url : String(input));
      throw new TypeError('this case is answered without Graph');
    };
    return { ...given(await ask(one.ask, 'http://graph.invalid', refuse)), strayRequests: stray };
  }
  const graph = await serveTenant(one.tenant);
  try {
    return { ...given(await ask(one.ask, graph.url, fetch)), strayRequests: graph.unknownPaths };
  } finally {
    await graph.close();
  }
}

function given(answered: Answered): Pick<Given, 'answer' | 'headline'> {
  return { answer: answered.answer, headline: word(answered, { locale: 'en-GB', timeZone: 'UTC' }).headline };
}

async function ask(text: string, endpoint: string, fetchOver: typeof fetch): Promise<Answered> {
  let ids = 0;
  const core = createCore(
    { graphEndpoint: endpoint, graphToken: 'accuracy' },
    {
      fetch: fetchOver,
      now: () => new Date(askedAt),
      elapsed: () => performance.now(),
      random: () => 0.5,
      newId: () => {
        ids += 1;
        return `id-${ids}`;
      },
      logger: silent,
      patience,
    },
  );
  return core.ask({ text, signal: AbortSignal.timeout(15_000), correlationId: 'accuracy' });
}
