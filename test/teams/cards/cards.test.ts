import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import type { Answered } from '../../../src/answers/answer.ts';
import { mostBytes, sizeOf } from '../../../src/teams/cards/budget.ts';
import type { AdaptiveCard } from '../../../src/teams/cards/elements.ts';
import { renderCard } from '../../../src/teams/cards/render.ts';
import { labelsFor } from '../../../src/words/languages.ts';
import { word } from '../../../src/words/word.ts';
import { type AskedTenant, askedTenant } from '../../support/answers.ts';

const reader = { locale: 'en-GB', timeZone: 'Europe/Berlin' };
const isCard = cardSchema();
const markdown = new MarkdownIt();

describe('cards', function () {
  this.timeout(60_000);
  let tenant: AskedTenant;
  const answers = new Map<string, Answered>();

  before(async () => {
    tenant = await askedTenant();
    for (const { id, user, app } of tenant.sandbox.tenant.scenarios) {
      answers.set(id, await tenant.ask(`why was "${user}" skipped in "${app}"?`));
    }
    for (const text of [
      'why was noah skipped in Slack?',
      'why was nobodyatall skipped in Slack?',
      'alice in Salesfarce',
      'what does EntryConflict mean?',
      'help',
      '',
    ]) {
      answers.set(text, await tenant.ask(text));
    }
    tenant.sandbox.permissions.delete('ProvisioningLog.Read.All');
    answers.set('denied', await tenant.ask('why was alice@contoso.com skipped in Salesforce?'));
    await tenant.close();
    answers.set('unavailable', await tenant.ask('why was olivia@contoso.com skipped in Zoom?'));
  });

  it('come of every kind of answer that can be asked for here', () => {
    const kinds = new Set([...answers.values()].map(({ answer }) => answer.kind));
    for (const kind of [
      'explanation',
      'choice',
      'notFound',
      'meaning',
      'help',
      'denied',
      'unavailable',
      'notUnderstood',
    ]) {
      assert.ok(kinds.has(kind as Answered['answer']['kind']), kind);
    }
  });

  it('are valid, small, readable without the card, and have few buttons', () => {
    for (const [name, answered] of answers) assertSound(cardOf(answered), name);
  });

  it('put the verdict as a word and the reason on top', () => {
    const card = JSON.stringify(cardOf(answers.get('filter-case')));
    const body = JSON.stringify(cardOf(answers.get('filter-case')).body.slice(0, 2));

    assert.match(body, /Skipped/);
    assert.match(body, /Sales only/);
    assert.match(card, /Helpdesk/);
  });

  it('ask again about the one who was found, not about the name', () => {
    const { answer } = answers.get('filter-case') ?? {};
    assert.equal(answer?.kind, 'explanation');
    const again = cardOf(answers.get('filter-case')).actions?.find((action) => action.type === 'Action.Execute');

    assert.deepEqual(again?.data.question, {
      kind: 'explain',
      user: answer.subject.id,
      app: answer.app.id,
      subject: 'user',
    });
  });

  it('stay sound and dead whatever names, values and error texts hold', () => {
    const samples = [...answers.values()];
    fc.assert(
      fc.property(fc.constantFrom(...samples), hostile(), (answered, text) => {
        const card = cardOf(withTexts(answered, text));
        assertSound(card, text.slice(0, 40));
        // What a client reads as Markdown comes out as the text that it is.
        for (const block of blocksOf(card)) assert.doesNotMatch(inParagraph(block), /<[a-z]/, block);
      }),
      { numRuns: 300 },
    );
  });
});

function cardOf(answered: Answered | undefined): AdaptiveCard {
  assert.ok(answered);
  return renderCard(word(answered, reader), labelsFor(reader));
}

function assertSound(card: AdaptiveCard, name: string): void {
  assert.ok(isCard(card), `${name}: ${JSON.stringify(isCard.errors?.slice(0, 2))}`);
  assert.ok(sizeOf(card) <= mostBytes, `${name}: ${sizeOf(card)} bytes`);
  assert.ok((card.actions?.length ?? 0) <= 6, `${name}: six buttons at the most`);
  assert.ok(card.fallbackText.trim() !== '', `${name}: text for clients without cards`);
  for (const part of partsOf(card)) {
    if (part.type === 'TextBlock') assert.equal(part.wrap, true, `${name}: text wraps`);
    if (part.type === 'Action.Execute') {
      const { fallback, data, verb } = part as {
        fallback?: { type: string; data: unknown };
        data?: { verb: string };
        verb?: string;
      };
      assert.equal(fallback?.type, 'Action.Submit', name);
      assert.deepEqual(fallback?.data, data, name);
      assert.equal(data?.verb, verb, name);
    }
  }
}

function inParagraph(block: string): string {
  return markdown.render(block).replace(/^<p>|<\/p>\n?$/g, '');
}

interface Part {
  readonly type: string;
  readonly wrap?: boolean;
  readonly text?: string;
}

function partsOf(value: unknown): Part[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, part]) => (key === 'data' ? [] : partsOf(part)));
  return 'type' in value && typeof value.type === 'string' ? [value as Part, ...inner] : inner;
}

/** Texts that a client reads as Markdown. */
function blocksOf(card: AdaptiveCard): string[] {
  return partsOf(card).flatMap((part) => (part.type === 'TextBlock' && part.text !== undefined ? [part.text] : []));
}

/** An answer in which every text from outside is another one. */
function withTexts(answered: Answered, text: string): Answered {
  const ours = new Set([
    'kind',
    'type',
    'source',
    'what',
    'verdict',
    'cause',
    'gate',
    'then',
    'now',
    'how',
    'step',
    'owner',
    'note',
    'state',
    'because',
    'of',
    'who',
    'reason',
    'mapping',
    'part',
    'why',
    'hint',
    'abstained',
    'change',
    'was',
    'documented',
    'also',
    'noise',
    'asOf',
    'at',
    'since',
    'topic',
    'flags',
    'tutorial',
    'correlationId',
    'question',
    'code',
    'empty',
    'lastCycleResult',
    'retryAt',
    'expectedAt',
    'wasAt',
    'nextCycleAt',
    'lastCycleAt',
    'deletedAt',
    'createdAt',
  ]);
  const walk = (value: unknown, key: string): unknown => {
    if (ours.has(key) && typeof value !== 'object') return value;
    if (typeof value === 'string') return text;
    if (Array.isArray(value)) return value.map((one) => walk(one, key));
    if (typeof value !== 'object' || value === null) return value;
    if (key === 'question') return value;
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, walk(part, name)]));
  };
  return { ...answered, answer: walk(answered.answer, '') as Answered['answer'] };
}

function hostile(): fc.Arbitrary<string> {
  const traps = [
    '**bold** [x](https://evil.example)',
    '<at>everyone</at>',
    '{{DATE(2026-01-01)}}',
    '<img src=x onerror=1>',
    '# head\n- item',
    '\u202Eevil\u0000',
    '`${x}`',
    '"}]}',
    'x'.repeat(5000),
  ];
  return fc.oneof(fc.constantFrom(...traps), fc.string({ unit: 'binary', minLength: 8, maxLength: 300 }));
}

function cardSchema(): ValidateFunction {
  const read = (path: string): object => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as object;
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addMetaSchema(read('../../../node_modules/ajv/lib/refs/json-schema-draft-06.json'));
  // The published schema names itself with draft-04's `id`, beside a draft-06 `$schema`.
  const { id: _id, ...schema } = read('../../schemas/adaptive-card-1.5-teams.schema.json') as { id?: string };
  return ajv.compile(schema);
}
