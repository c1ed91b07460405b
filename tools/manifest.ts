import { readFileSync } from 'node:fs';
import draft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { examples } from '../src/questions/examples.ts';
import { commandsFor } from './commands.ts';

const root = new URL('../', import.meta.url);

/** Where the template of the manifest stands. */
export const manifestPath = new URL('appPackage/manifest.json', root);

interface Manifest {
  readonly bots: readonly { readonly scopes: readonly string[]; readonly commandLists: readonly unknown[] }[];
}

/** The template with the commands of the one table of questions, in all places where the bot can be asked. */
export function withCommands(template: string): string {
  const manifest = JSON.parse(template) as Manifest;
  const bots = manifest.bots.map((bot) => ({
    ...bot,
    commandLists: [{ scopes: bot.scopes, commands: commandsFor(examples) }],
  }));
  return `${JSON.stringify({ ...manifest, bots }, null, 2)}\n`;
}

/** What Microsoft's published schema has against a filled manifest, one line each; nothing when it is right. */
export function faultsOfManifest(manifest: unknown): readonly string[] {
  const schema = JSON.parse(
    readFileSync(new URL('test/schemas/teams-manifest-1.25.schema.json', root), 'utf8'),
  ) as object;
  const ajv = new draft04.default({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const validate = ajv.compile(schema);
  if (validate(manifest)) return [];
  return (validate.errors ?? []).map((error) => `${error.instancePath || '/'} ${error.message ?? ''}`);
}
