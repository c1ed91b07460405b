import { hash } from 'node:crypto';
import { badRequest } from './graph-error.ts';
import type { GraphRequest } from './request.ts';

/** Writes where the next page begins into an opaque token that is only good for the same query. */
export function skipToken(request: GraphRequest, place: readonly number[]): string {
  return Buffer.from(`${queryMark(request)}.${place.join('.')}`).toString('base64url');
}

/** Where the page begins. Throws a 400 GraphError for a token that this query did not give. */
export function readSkipToken(request: GraphRequest, token: string): readonly number[] {
  const [mark, ...place] = Buffer.from(token, 'base64url').toString().split('.');
  const numbers = place.map(Number);
  if (mark !== queryMark(request) || numbers.length === 0 || numbers.some((one) => !Number.isFinite(one)))
    throw badRequest('The skip token is invalid or was issued for another query.');
  return numbers;
}

function queryMark(request: GraphRequest): string {
  const options = [...request.params].filter(([name]) => name.toLowerCase() !== '$skiptoken');
  return hash('sha1', JSON.stringify([request.segments, options])).slice(0, 12);
}
