import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { mostBytes, sizeOf } from '../../../src/teams/cards/budget.ts';
import type { AdaptiveCard } from '../../../src/teams/cards/elements.ts';

interface Part {
  readonly type: string;
  readonly [key: string]: unknown;
}

const isCard = cardSchema();

/** Fails where a card breaks the published schema or a rule of the house. */
export function assertSound(card: AdaptiveCard, name: string): void {
  assert.ok(isCard(card), `${name}: ${JSON.stringify(isCard.errors?.slice(0, 3))}`);
  assert.ok(sizeOf(card) <= mostBytes, `${name}: ${sizeOf(card)} bytes`);
  assert.ok((card.actions?.length ?? 0) <= 6, `${name}: six buttons at the most`);
  assert.ok(card.fallbackText.trim() !== '', `${name}: text for clients without cards`);
  assert.match(card.lang, /^[a-z]{2,3}$/, `${name}: the language for a screen reader`);
  const parts = partsOf(card);
  const ids = parts.flatMap(({ id }) => (typeof id === 'string' ? [id] : []));
  assert.equal(new Set(ids).size, ids.length, `${name}: ids are there once`);
  for (const part of parts) assertPart(part, ids, name);
}

function assertPart(part: Part, ids: readonly string[], name: string): void {
  if (part.type.startsWith('Action.')) {
    assert.ok(typeof part.title === 'string' && part.title.trim() !== '', `${name}: ${part.type} has a title`);
  }
  switch (part.type) {
    case 'TextBlock':
      assert.equal(part.wrap, true, `${name}: text wraps`);
      break;
    case 'TextRun':
      assert.notEqual(part.text, '', `${name}: no empty run`);
      break;
    case 'Image':
      assert.ok(part.altText, `${name}: an image has a text`);
      break;
    case 'Action.Execute': {
      const { fallback, data, verb } = part as unknown as {
        fallback?: Part;
        data?: { verb?: string; v?: number };
        verb?: string;
      };
      assert.equal(fallback?.type, 'Action.Submit', `${name}: for clients without Action.Execute`);
      assert.deepEqual(fallback?.data, data, name);
      assert.equal(data?.verb, verb, name);
      assert.equal(data?.v, 1, name);
      break;
    }
    case 'Action.OpenUrl':
      assert.match(
        String(part.url),
        /^https:\/\/(entra|learn)\.microsoft\.com\//,
        `${name}: links lead to Microsoft only`,
      );
      break;
    case 'Action.ToggleVisibility':
      for (const target of part.targetElements as string[])
        assert.ok(ids.includes(target), `${name}: ${target} is there`);
      break;
    default:
      assert.doesNotMatch(part.type, /^Input\./, `${name}: nothing to fill in`);
  }
}

/** Every element, action and run of a card, whatever it is in. */
export function partsOf(value: unknown): Part[] {
  if (Array.isArray(value)) return value.flatMap(partsOf);
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, part]) => (key === 'data' ? [] : partsOf(part)));
  return 'type' in value && typeof value.type === 'string' ? [value as Part, ...inner] : inner;
}

function cardSchema(): ValidateFunction {
  const read = (path: string): object => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as object;
  const ajv = new Ajv({ strict: false, validateFormats: false });
  ajv.addMetaSchema(read('../../../node_modules/ajv/lib/refs/json-schema-draft-06.json'));
  // The published schema names itself with draft-04's `id`, beside a draft-06 `$schema`.
  const { id: _id, ...schema } = read('../../schemas/adaptive-card-1.5-teams.schema.json') as { id?: string };
  return ajv.compile(schema);
}
