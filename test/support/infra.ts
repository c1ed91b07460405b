import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { type Bicep, bicepReader } from './bicep.ts';

const root = new URL('../../', import.meta.url);

/** The text of a file of the repository. */
export function fileText(path: string): string {
  return readFileSync(new URL(path, root), 'utf8');
}

/** The files of a folder of the repository whose names end so, as paths from the root. */
export function filesIn(folder: string, ending: string): readonly string[] {
  return readdirSync(new URL(`${folder}/`, root), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => `${folder}/${name}`)
    .sort();
}

/** Every Bicep file, by its path from the root. */
export async function readInfra(): Promise<ReadonlyMap<string, Bicep>> {
  const read = await bicepReader();
  return new Map(filesIn('infra', '.bicep').map((path) => [path, read(fileText(path))]));
}

/** One step of a lifecycle of an m365agents file. */
export interface Step {
  readonly uses: string;
  readonly with: Readonly<Record<string, unknown>>;
  readonly writeToEnvironmentFile?: Readonly<Record<string, string>>;
}

export interface Lifecycles {
  readonly provision?: readonly Step[];
  readonly deploy?: readonly Step[];
  readonly publish?: readonly Step[];
}

/** The m365agents files, and the env file that goes with each. */
export const agentsFiles = [
  { file: 'm365agents.yml', env: 'env/.env.dev' },
  { file: 'm365agents.local.yml', env: 'env/.env.local' },
  { file: 'm365agents.playground.yml', env: 'env/.env.playground' },
] as const;

export function readYaml(path: string): unknown {
  return parse(fileText(path));
}
