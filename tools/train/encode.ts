import {
  aligned,
  type ClassifierHeader,
  type ClassifierName,
  classifierNames,
  formatLine,
  type WeightsHeader,
} from '../../src/questions/model/weights.ts';
import type { Fitted } from './fit.ts';

export interface Trained {
  readonly texts: number;
  readonly accuracy: WeightsHeader['accuracy'];
  readonly words: { readonly hashes: Uint32Array; readonly flags: Uint8Array };
  readonly classifiers: Readonly<Record<ClassifierName, { readonly fitted: Fitted; readonly temperature: number }>>;
}

interface Packed {
  readonly header: ClassifierHeader;
  readonly parts: readonly ArrayBufferView[];
}

/** How many weights of each classifier are kept, the largest ones: what more would bring was measured to be nothing. */
const mostWeights: Readonly<Record<ClassifierName, number>> = {
  intent: 132_000,
  matter: 40_000,
  topic: 80_000,
  act: 25_000,
  name: 74_000,
};

/** The file that weights.ts reads. */
export function encode({ texts, accuracy, words, classifiers }: Trained): Uint8Array {
  const packed = classifierNames.map(
    (name) => [name, pack(classifiers[name].fitted, classifiers[name].temperature, mostWeights[name])] as const,
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

function pack({ classes, index, weights }: Fitted, temperature: number, most: number): Packed {
  const width = classes.length;
  const sizes = weights.map(Math.abs).sort();
  const step = (sizes[Math.floor((sizes.length - 1) * 0.9995)] ?? 1) / 127;
  const least = Math.max(step, sizes[Math.max(0, sizes.length - most)] ?? 0);
  const rows: { readonly feature: number; readonly cells: readonly (readonly [number, number])[] }[] = [];
  for (const [feature, row] of index) {
    const cells: (readonly [number, number])[] = [];
    for (let to = 0; to < width; to += 1) {
      const weight = weights[row * width + to] ?? 0;
      if (Math.abs(weight) >= least) cells.push([to, Math.max(-127, Math.min(127, Math.round(weight / step)))]);
    }
    if (cells.length > 0) rows.push({ feature, cells });
  }
  rows.sort((a, b) => a.feature - b.feature);
  const cells = rows.flatMap((row) => row.cells);
  return {
    header: { classes, count: rows.length, weights: cells.length, step, temperature },
    parts: [
      Uint32Array.from(rows, ({ feature }) => feature),
      Uint8Array.from(rows, (row) => row.cells.length),
      Uint8Array.from(cells, ([to]) => to),
      Int8Array.from(cells, ([, steps]) => steps),
    ],
  };
}
