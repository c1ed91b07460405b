import { posix } from 'node:path';

/** A file's path under src/ and its text. */
export type Sources = ReadonlyMap<string, string>;

interface Import {
  readonly from: string;
  readonly typeOnly: boolean;
}

/** What each part may call, as the design has it. A part that is not listed may not exist. Types of contracts are free. */
const mayCall: Readonly<Record<string, readonly string[]>> = {
  questions: [],
  diagnosis: [],
  entra: ['diagnosis'],
  answers: ['questions', 'diagnosis', 'entra'],
  words: ['diagnosis'],
  teams: ['words', 'config.ts'],
  terminal: ['words', 'core.ts', 'config.ts', 'sandbox', 'store'],
  sandbox: [],
  watch: ['answers', 'diagnosis'],
  store: [],
  demo: ['app.ts', 'config.ts', 'sandbox'],
  'config-faults.ts': [],
  'config.ts': ['config-faults.ts'],
  'core.ts': ['answers', 'entra', 'questions'],
  'app.ts': ['core.ts', 'store', 'teams', 'watch', 'words'],
  telemetry: [],
  'index.ts': ['app.ts', 'config.ts', 'telemetry'],
};

/** The files whose types every part may speak of. */
const contracts = [
  'questions/question.ts',
  'questions/topics/ids.ts',
  'questions/text/language.ts',
  'diagnosis/evidence.ts',
  'diagnosis/diagnosis.ts',
  'diagnosis/causes.ts',
  'diagnosis/problems.ts',
  'answers/access.ts',
  'diagnosis/credentials.ts',
  'diagnosis/cycle.ts',
  'diagnosis/health.ts',
  'answers/answer.ts',
  'answers/app-answers.ts',
  'answers/people-answers.ts',
  'answers/ask.ts',
  'answers/audit.ts',
  'answers/conversation-memory.ts',
  'answers/news.ts',
  'answers/subscriptions.ts',
  'entra/reads.ts',
  'telemetry/telemetry.ts',
  'words/word.ts',
  'words/worded.ts',
  'watch/change.ts',
  'watch/limits.ts',
  'watch/presenting.ts',
  'watch/speaking.ts',
  'watch/outbox.ts',
  'words/worded-apps.ts',
];

/** Packages that one part alone may know, types included. */
const owners: readonly { readonly packages: RegExp; readonly owner: string }[] = [
  { packages: /^(botbuilder|botframework-.+|@microsoft\/teams-ai|restify(-.+)?)(\/|$)/, owner: 'teams' },
  { packages: /^(@azure\/monitor-.+|@opentelemetry\/.+)(\/|$)/, owner: 'telemetry' },
  { packages: /^(@microsoft\/microsoft-graph-.+|@azure\/(?!monitor-).+)(\/|$)/, owner: 'entra' },
  { packages: /^(drizzle-orm|pg|pg-boss|pg-connection-string|@electric-sql\/.+)(\/|$)/, owner: 'store' },
];

const pure = ['questions', 'diagnosis', 'words'];
/** What pure parts may use: packages that only reckon. */
const purePackages = ['damerau-levenshtein', 'remove-accents', 'stemmer', 'luxon', 'zod/v4'];

/** Where the outside world comes in and is passed on. */
const doors = [
  'index.ts',
  'demo/',
  'terminal/main.ts',
  'terminal/audit-main.ts',
  'terminal/misread-main.ts',
  'terminal/open-tenant.ts',
  'sandbox/main.ts',
];

const worldly: readonly { readonly name: string; readonly use: RegExp; readonly everywhere: boolean }[] = [
  { name: 'the clock', use: /\bDate\.now\b|\bnew Date\(\s*\)|\bDateTime\.(now|local|utc)\(\s*\)/, everywhere: true },
  { name: 'chance', use: /\bMath\.random\b|\brandomUUID\b/, everywhere: true },
  { name: 'the process', use: /\bprocess\.(env|argv|stdout|stderr|stdin|exit|on)\b/, everywhere: true },
  { name: 'the console', use: /\bconsole\./, everywhere: true },
  { name: 'the network', use: /\bfetch\(|\bWebSocket\b|\bXMLHttpRequest\b/, everywhere: false },
  {
    name: 'a timer',
    use: /\bset(Timeout|Interval|Immediate)\b|\bperformance\.now\b|\bAbortSignal\.timeout\b/,
    everywhere: false,
  },
];

/** Every breach of the design's boundaries, as "file: what is wrong". */
export function breaches(sources: Sources): readonly string[] {
  return [...sources].flatMap(([file, text]) => {
    const code = withoutComments(text);
    return [...importsOf(code).flatMap((one) => importBreach(file, one)), ...worldBreaches(file, code)].map(
      (what) => `${file}: ${what}`,
    );
  });
}

/** A loop in the table itself, if there is one: the parts on it. */
export function loopInDesign(table = mayCall): readonly string[] | undefined {
  const visit = (part: string, path: readonly string[]): readonly string[] | undefined => {
    if (path.includes(part)) return [...path, part];
    for (const next of table[part] ?? []) {
      const loop = visit(next, [...path, part]);
      if (loop) return loop;
    }
    return undefined;
  };
  for (const part of Object.keys(table)) {
    const loop = visit(part, []);
    if (loop) return loop;
  }
  return undefined;
}

function importBreach(file: string, { from, typeOnly }: Import): readonly string[] {
  const part = partOf(file);
  if (!from.startsWith('.')) return packageBreach(part, from);
  const target = posix.join(posix.dirname(file), from);
  if (target.startsWith('..')) return [`reaches out of src to ${from}`];
  const other = partOf(target);
  const allowed = mayCall[part];
  if (allowed === undefined) return [`belongs to no part of the design (${part})`];
  if (other === part || allowed.includes(other)) return [];
  if (typeOnly && (contracts.includes(target) || isComposer(part))) return [];
  return [`${part} may not ${typeOnly ? 'speak of' : 'call'} ${target}`];
}

/** app.ts and core.ts put the parts together, and may name any of their types. */
function isComposer(part: string): boolean {
  return part === 'app.ts' || part === 'core.ts';
}

function packageBreach(part: string, from: string): readonly string[] {
  const taken = owners.find(({ packages, owner }) => packages.test(from) && owner !== part);
  if (taken) return [`only ${taken.owner} may know ${from}`];
  if (pure.includes(part) && !purePackages.includes(from)) return [`${part} is pure, and may not use ${from}`];
  return [];
}

function worldBreaches(file: string, code: string): readonly string[] {
  if (doors.some((door) => file.startsWith(door))) return [];
  const isPure = pure.includes(partOf(file));
  return worldly
    .filter(({ use, everywhere }) => (everywhere || isPure) && use.test(code))
    .map(({ name }) => `must be given ${name}, not take it`);
}

function partOf(file: string): string {
  return file.split('/')[0] ?? file;
}

const statement = /^\s*(?:import|export)\s+(type\s)?[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]/gm;
const called = /\b(?:import|require)\s*\(\s*['"]([^'"]+)['"]/g;

function importsOf(code: string): readonly Import[] {
  const stated = [...code.matchAll(statement)].map(([, type, from, bare]) => ({
    from: from ?? bare ?? '',
    typeOnly: type !== undefined,
  }));
  const dynamic = [...code.matchAll(called)].map(([, from]) => ({ from: from ?? '', typeOnly: false }));
  return [...stated, ...dynamic];
}

/** Comments and the like of `https://` in a text: good enough, since what is left over is only looked at for words of code. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, ' ').replace(/(^|[^:'"`\\])\/\/.*$/gm, '$1');
}
