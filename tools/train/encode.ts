import {
  aligned,
  type ClassifierHeader,
  type ClassifierName,
  classifierNames,
  formatLine,
  type WeightsHeader,
} from '../../src/questions/model/weights.ts';
import type { Weighed } from './fit.ts';

export interface Trained {
  readonly texts: number;
  readonly accuracy: WeightsHeader['accuracy'];
  readonly words: { readonly hashes: Uint32Array; readonly flags: Uint8Array };
  readonly classifiers: Readonly<Record<ClassifierName, { readonly fitted: Weighed; readonly temperature: number }>>;
}

interface Packed {
  readonly header: ClassifierHeader;
  readonly parts: readonly ArrayBufferView[];
}

/** The file that weights.ts reads. */
export function encode({ texts, accuracy, words, classifiers }: Trained): Uint8Array {
  const packed = classifierNames.map(
    (name) => [name, pack(classifiers[name].fitted, classifiers[name].temperature)] as const,
  );
  const header: WeightsHeader = {
    texts,
    accuracy,
    words: { count: words.hashes.length },
    classifiers: Object.fromEntries(packed.map(([name, one]) => [name, one.header])) as WeightsHeader['classifiers'],
  };
  const head = new TextEncoder().encode(`${formatLine}\n${JSON.stringify(header)}\n`);
  const parts = [words.hashes, words.flags, ...packed.flatMap(([, one]) => one.parts)];
  const size = parts.reduce((at, part) => aligned(at + part.byteLength), aligned(head.length));
  const bytes = new Uint8Array(size);
  bytes.set(head);
  let at = aligned(head.length);
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at = aligned(at + part.byteLength);
  }
  return bytes;
}

function pack({ classes, index, weights }: Weighed, temperature: number): Packed {
  const width = classes.length;
  const sizes = weights.map(Math.abs).sort();
  // The few that are larger than nearly all others are cut short, so that small ones keep their differences.
  const step = (sizes[Math.floor((sizes.length - 1) * 0.9995)] ?? 1) / 127;
  const rows = [...index].sort(([a], [b]) => a - b);
  const steps = Int8Array.from({ length: rows.length * width }, (_, cell) => {
    const [, row = 0] = rows[Math.floor(cell / width)] ?? [];
    return Math.max(-127, Math.min(127, Math.round((weights[row * width + (cell % width)] ?? 0) / step)));
  });
  return {
    header: { classes, count: rows.length, step, temperature },
    parts: [Uint32Array.from(rows, ([feature]) => feature), steps],
  };
}
