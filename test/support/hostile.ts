import fc from 'fast-check';
import type { Answered } from '../../src/answers/answer.ts';

/** Fields that hold words of the contract, ids of causes, times: no outside text ever stands there. */
const ours = new Set([
  'to',
  'watermark',
  'trouble',
  'need',
  'lastWroteAt',
  'lastGoodAt',
  'firstCycleDoneAt',
  'endedAt',
  'disabledAt',
  'daysLeft',
  'beganAt',
  'about',
  'abstained',
  'also',
  'asOf',
  'at',
  'because',
  'cause',
  'change',
  'createdAt',
  'deletedAt',
  'documented',
  'empty',
  'expectedAt',
  'flags',
  'from',
  'gate',
  'hint',
  'how',
  'is',
  'kind',
  'lastCycleAt',
  'lastCycleResult',
  'mapping',
  'mutedUntil',
  'nextAttemptAt',
  'nextCycleAt',
  'noise',
  'note',
  'noticedAt',
  'now',
  'of',
  'outcome',
  'owner',
  'part',
  'permissions',
  'reason',
  'refusal',
  'retryAt',
  'since',
  'source',
  'state',
  'step',
  'then',
  'timeZone',
  'topic',
  'tutorial',
  'type',
  'verdict',
  'was',
  'wasAt',
  'what',
  'who',
  'why',
]);

/** Fields with the same name in which outside text can stand after all. */
const outside: readonly ((parent: object, key: string) => boolean)[] = [
  (parent, key) => key === 'step' && 'what' in parent,
  (parent, key) => key === 'from' && 'name' in parent,
  (parent, key) => key === 'to' && ('name' in parent || 'change' in parent),
  (parent, key) => key === 'reason' && !('text' in parent) && !('is' in parent),
];

/**
 * An answer in which every text from outside is another one; the question stays. `text` can depend on where it stands:
 * "diagnosis.clauses.*.actual".
 */
export function withTexts(answered: Answered, text: string | ((path: string) => string)): Answered {
  const textAt = typeof text === 'string' ? () => text : text;
  const walk = (value: unknown, key: string, parent: object, path: string): unknown => {
    if (key === 'question') return value;
    if (typeof value === 'string') {
      return ours.has(key) && !outside.some((is) => is(parent, key)) ? value : textAt(path);
    }
    if (Array.isArray(value)) return value.map((one) => walk(one, key, parent, `${path}.*`));
    if (typeof value !== 'object' || value === null) return value;
    const below = (name: string) => (path === '' ? name : `${path}.${name}`);
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [name, walk(part, name, value, below(name))]),
    );
  };
  return { ...answered, answer: walk(answered.answer, '', {}, '') as Answered['answer'] };
}

/** Texts that try to become Markdown, HTML, a mention, a link, a date, or something that nobody sees. */
export const traps: readonly string[] = [
  '**bold** and *italic* and __strong__ and _emphasis_',
  '[click](https://evil.example)',
  '[click][1] [1]: https://evil.example',
  '[evil]: https://evil.example "title"',
  '![image](https://evil.example/a.png)',
  '<https://evil.example>',
  'https://evil.example/path?x=1',
  'www.evil.com and evil.com',
  'mallory@evil.example',
  'javascript:alert(1)',
  '<at>everyone</at>',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '&lt;b&gt; &#60;b&#62; &amp;',
  '{{DATE(2026-01-01T00:00:00Z)}} {{TIME(2026-01-01T00:00:00Z)}}',
  '# heading',
  '> quote',
  '- item',
  '+ item',
  '1. item',
  '1) item',
  '---',
  '===',
  '    code',
  '`code` ``code`` ```code```',
  '~~gone~~ ~gone~',
  '| a | b |',
  'a\n\nb\r\n- c\u2028d',
  '\\*not\\* \\[escaped\\](https://evil.example)',
  '\u202Eevil\u0000\u200B\u2066x\u{E0041}',
  '"}]}',
  '${x} {{x}} {app}',
  '',
  ' ',
  '\ud800',
  'x'.repeat(5000),
  '*'.repeat(500),
];

export function hostile(): fc.Arbitrary<string> {
  const piece = fc.constantFrom(
    '*',
    '_',
    '**',
    '[',
    ']',
    '(',
    ')',
    '](',
    '<',
    '>',
    '`',
    '~',
    '#',
    '\\',
    '&',
    '&#42;',
    '!',
    'a',
    ' ',
    '.',
    '@',
    '//',
    ':',
    'http',
    'x.com',
    '{{',
    '\n',
    '-',
    '1.',
  );
  return fc.oneof(
    fc.constantFrom(...traps),
    fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.tuple(fc.constantFrom(...traps), fc.constantFrom(...traps)).map((pair) => pair.join(' ')),
  );
}
