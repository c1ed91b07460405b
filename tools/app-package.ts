import { strToU8, type Zippable, zipSync } from 'fflate';

/** What goes into the package of a Teams app: the filled manifest and the two icons, all at the root of the zip. */
export interface AppPackage {
  readonly manifest: string;
  readonly color: Uint8Array;
  readonly outline: Uint8Array;
}

/** A moment that never changes, so that the same input gives the same bytes; zip knows none before 1980. */
const mtime = '1980-01-01T00:00:00Z';

/** The zip that Teams takes. */
export function zipAppPackage({ manifest, color, outline }: AppPackage): Uint8Array {
  const files: Zippable = {
    'manifest.json': [strToU8(manifest), { mtime }],
    'color.png': [color, { mtime }],
    'outline.png': [outline, { mtime }],
  };
  return zipSync(files);
}
