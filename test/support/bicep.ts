import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Language, type Node, Parser } from 'web-tree-sitter';

/** What a Bicep file declares, as far as others must meet it. No compiler: types and API shapes are not checked here. */
export interface Bicep {
  /** "line 12: …" for each place that does not parse. */
  readonly faults: readonly string[];
  readonly extensions: readonly string[];
  readonly params: readonly { readonly name: string; readonly required: boolean }[];
  readonly outputs: readonly { readonly name: string; readonly text: string }[];
  readonly resources: readonly { readonly type: string; readonly version: string }[];
  readonly modules: readonly {
    readonly name: string;
    readonly path: string;
    readonly params: readonly string[];
  }[];
  /** The names in each object that a variable holds, conditional ones included. */
  readonly variables: ReadonlyMap<string, readonly string[]>;
  /** The texts in each list that a variable holds. */
  readonly lists: ReadonlyMap<string, readonly string[]>;
  /** Every name that is used in an expression, and every `module.outputs.name`. */
  readonly used: readonly string[];
  /** Names that stand in an expression and are declared nowhere in the file; functions apart. */
  readonly undeclared: readonly string[];
  readonly functions: readonly string[];
  readonly outputsUsed: readonly { readonly module: string; readonly output: string }[];
}

/** The grammar is older than this statement: it is taken out, and read by itself. */
const extension = /^extension (\w+)$/gm;

/** A reader of Bicep files. Loads the grammar, which takes a moment. */
export async function bicepReader(): Promise<(text: string) => Bicep> {
  await Parser.init();
  const grammar = createRequire(import.meta.url).resolve('tree-sitter-bicep/tree-sitter-bicep.wasm');
  const parser = new Parser().setLanguage(await Language.load(readFileSync(grammar)));
  return (text) => {
    const tree = parser.parse(text.replace(extension, ''));
    if (!tree) throw new Error('the parser was given no grammar');
    return { ...read(tree.rootNode), extensions: [...text.matchAll(extension)].map((match) => match[1] ?? '') };
  };
}

function read(root: Node): Omit<Bicep, 'extensions'> {
  const all = (type: string, within = root) => within.descendantsOfType(type).filter((node) => node !== null);
  const variables = all('variable_declaration');
  return {
    faults: faultsIn(root),
    params: all('parameter_declaration').map((node) => ({
      name: nameOf(node),
      required: !node.children.some((child) => child?.type === '=') && !all('nullable_type', node).length,
    })),
    outputs: all('output_declaration').map((node) => ({ name: nameOf(node), text: node.text })),
    resources: all('resource_declaration').flatMap((node) => {
      const [type, version] = textOf(node.namedChild(1)).split('@');
      return type !== undefined && version !== undefined ? [{ type, version }] : [];
    }),
    modules: all('module_declaration').map((node) => ({
      name: nameOf(node),
      path: textOf(node.namedChild(1)),
      params: keysOf(childOf(topObject(node), 'params')),
    })),
    variables: new Map(
      variables.map((node) => [nameOf(node), all('object', node).flatMap((object) => keysOf(object))]),
    ),
    lists: new Map(
      variables.map((node) => [nameOf(node), all('array', node).flatMap((list) => all('string', list).map(textOf))]),
    ),
    undeclared: undeclaredIn(all('identifier')),
    functions: all('call_expression').map((node) => node.childForFieldName('function')?.text ?? ''),
    used: all('identifier').map((node) => node.text),
    outputsUsed: [...root.text.matchAll(/\b(\w+)!?\.outputs\.(\w+)/g)].map(([, module = '', output = '']) => ({
      module,
      output,
    })),
  };
}

function faultsIn(node: Node): string[] {
  if (node.isError || node.isMissing) return [`line ${node.startPosition.row + 1}: ${node.text.slice(0, 80)}`];
  return node.children.flatMap((child) => (child ? faultsIn(child) : []));
}

/** What declares a name by its first child: declarations, loops and lambdas. */
const declares = /_declaration$|^for_statement$|^lambda_expression$/;

function undeclaredIn(identifiers: readonly Node[]): readonly string[] {
  const isFirst = (node: Node) => node.parent?.namedChild(0)?.id === node.id;
  const isKey = (node: Node) => node.parent?.type === 'object_property' && isFirst(node);
  const isFunction = (node: Node) => node.parent?.childForFieldName('function')?.id === node.id;
  const isDeclared = (node: Node) => declares.test(node.parent?.type ?? '') && isFirst(node);
  const known = new Set(identifiers.filter(isDeclared).map((node) => node.text));
  return identifiers
    .filter((node) => !isKey(node) && !isFunction(node) && !known.has(node.text))
    .map((node) => node.text);
}

function nameOf(declaration: Node): string {
  return declaration.namedChild(0)?.text ?? '';
}

function textOf(string: Node | null): string {
  return string?.text.replace(/^'|'$/g, '') ?? '';
}

function topObject(declaration: Node): Node | undefined {
  return declaration.descendantsOfType('object').find((node) => node !== null) ?? undefined;
}

function propertiesOf(object: Node | undefined): readonly Node[] {
  return (
    object?.namedChildren.filter((child) => child?.type === 'object_property').filter((child) => child !== null) ?? []
  );
}

function keysOf(object: Node | undefined): readonly string[] {
  return propertiesOf(object).map((property) => textOf(property.namedChild(0)));
}

function childOf(object: Node | undefined, key: string): Node | undefined {
  const property = propertiesOf(object).find((one) => textOf(one.namedChild(0)) === key);
  return property?.namedChild(1) ?? undefined;
}
