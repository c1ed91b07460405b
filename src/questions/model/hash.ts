const start = 0x811c9dc5;
const prime = 0x01000193;

/** A text as a number of 32 bits (FNV-1a over UTF-16 units, mixed once more), the same in training and at run time. */
export function hash(text: string, seed = 0): number {
  let value = start ^ seed;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), prime);
  return mix(value);
}

/** The number of two things that stand together, in this order. */
export function join(one: number, other: number): number {
  return mix(Math.imul(one, prime) ^ other);
}

function mix(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  return mixed >>> 0;
}
