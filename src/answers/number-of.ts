import { hash } from 'node:crypto';

/**
 * A number of 52 bits that stands for an id. Two of a million ids share one by a chance of 1 in 9,000; ids themselves
 * would take twenty times the memory.
 */
export function numberOf(id: string): number {
  return Number.parseInt(hash('sha1', id, 'hex').slice(0, 13), 16);
}
