export { entries, type KnownCode, type KnownEntry } from './entries.ts';
export type { CatalogueEntry } from './entry.ts';
export { lookUp } from './look-up.ts';
export { type Recognised, recognise } from './recognise.ts';
