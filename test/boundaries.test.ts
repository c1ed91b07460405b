import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** A source file, by its path below src/. */
interface Source {
  readonly path: string;
  readonly text: string;
}

/** What each folder may import of the others, values and types alike. The flow goes one way. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  questions: [],
  diagnosis: ['questions'],
  entra: ['questions', 'diagnosis'],
  answers: ['questions', 'diagnosis', 'entra'],
  words: ['questions', 'diagnosis', 'answers'],
  teams: ['questions', 'diagnosis', 'answers', 'words', 'config'],
  terminal: ['answers', 'words', 'sandbox', 'config', 'app'],
  sandbox: ['questions', 'diagnosis'],
  demo: ['sandbox', 'config', 'app'],
  config: [],
  app: ['answers', 'entra', 'words', 'teams', 'config'],
};

/** Only a type crosses here: a contract, not a dependency. */
const typesOnly = new Set(['words>answers', 'diagnosis>questions', 'sandbox>diagnosis', 'sandbox>questions']);

/** Packages that only one folder may know. */
const owners: Readonly<Record<string, readonly string[]>> = {
  '@microsoft/microsoft-graph-client': ['entra'],
  '@azure/identity': ['entra'],
  botbuilder: ['teams'],
  '@microsoft/teams-ai': ['teams'],
  restify: ['teams'],
};

const pure = new Set(['questions', 'diagnosis', 'words']);
const impure = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bfetch\(|\bprocess\.|\bsetTimeout\(|\bperformance\./;

describe('boundaries', () => {
  it('hold in the sources', () => {
    assert.deepEqual(crossings(sources()), []);
  });

  it('are seen when they are crossed', () => {
    const planted: Source[] = [
      { path: 'questions/a.ts', text: "import { x } from '../entra/b.ts';" },
      { path: 'entra/b.ts', text: "import { y } from 'restify';" },
      { path: 'diagnosis/c.ts', text: 'export const now = () => Date.now();' },
      { path: 'words/d.ts', text: "import { ask } from '../answers/e.ts';" },
      { path: 'diagnosis/f.ts', text: "import { readFile } from 'node:fs/promises';" },
      { path: 'answers/g.ts', text: "export const later = () => import('../teams/h.ts');" },
      { path: 'answers/i.ts', text: "export * from '../words/word.ts';" },
    ];

    const seen = crossings(planted).map((crossing) => crossing.split(' ')[0]);

    assert.deepEqual(
      seen,
      planted.map(({ path }) => path),
    );
  });

  it('let a folder have no way back to itself', () => {
    const edges = new Map<string, Set<string>>();
    for (const { path, text } of sources()) {
      for (const { target, type } of importsOf(path, text)) {
        if (!target || type) continue;
        const from = folderOf(path);
        const to = folderOf(target);
        if (from !== to) edges.set(from, (edges.get(from) ?? new Set()).add(to));
      }
    }

    assert.deepEqual(loops(edges), []);
  });
});

function crossings(files: readonly Source[]): string[] {
  return files.flatMap(({ path, text }) => {
    const folder = folderOf(path);
    const found = importsOf(path, text).flatMap((one) => faultOf(folder, one));
    const clock = pure.has(folder) ? (impure.exec(withoutComments(text))?.[0] ?? '') : '';
    return [...found, ...(clock === '' ? [] : [`uses ${clock}`])].map((fault) => `${path} ${fault}`);
  });
}

interface Import {
  readonly name: string;
  /** The path below src/ of a file of ours. */
  readonly target?: string;
  readonly type: boolean;
}

function faultOf(folder: string, { name, target, type }: Import): string[] {
  if (target === undefined) {
    const allowed = owners[packageOf(name)];
    if (allowed && !allowed.includes(folder)) return [`imports ${name}, which is for ${allowed.join(', ')} alone`];
    return pure.has(folder) && name.startsWith('node:') ? [`imports ${name}`] : [];
  }
  const to = folderOf(target);
  if (to === folder) return [];
  if (!mayImport[folder]?.includes(to)) return [`imports ${target}`];
  return typesOnly.has(`${folder}>${to}`) && !type ? [`imports a value of ${target}`] : [];
}

function importsOf(path: string, text: string): Import[] {
  const statement =
    /(?:^|[;\n])\s*(?:import|export)\s+(type\s)?(?:([^;'"]*?)\sfrom\s*)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/g;
  return [...withoutComments(text).matchAll(statement)].map((match) => {
    const name = match[3] ?? match[4] ?? '';
    const target = name.startsWith('.') ? relative('.', join(dirname(path), name)) : undefined;
    return { name, target, type: match[1] !== undefined || onlyTypes(match[2]) };
  });
}

/** `import { type A, type B }` brings no value either. */
function onlyTypes(clause: string | undefined): boolean {
  const named = clause?.match(/^\{([^}]*)\}$/)?.[1];
  const parts = named?.split(',').filter((part) => part.trim() !== '') ?? [];
  return parts.length > 0 && parts.every((part) => part.trim().startsWith('type '));
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

function folderOf(path: string): string {
  const [folder = ''] = path.split('/');
  if (folder !== path) return folder;
  // The files at the top: the settings, which everybody may know, and what puts the parts together.
  return path.startsWith('config') ? 'config' : 'app';
}

function loops(edges: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const found: string[] = [];
  const visit = (folder: string, way: readonly string[]) => {
    if (way.includes(folder)) {
      found.push([...way, folder].join(' > '));
      return;
    }
    for (const next of edges.get(folder) ?? []) visit(next, [...way, folder]);
  };
  for (const folder of edges.keys()) visit(folder, []);
  return found;
}

function sources(): Source[] {
  const root = new URL('../src/', import.meta.url).pathname;
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}
