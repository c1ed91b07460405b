import { z } from 'zod/v4';
import type {
  AttributeMapping,
  FilterClause,
  FilterGroup,
  MappingSource,
  ObjectMapping,
  SyncSchema,
} from '../diagnosis/evidence.ts';
import { inputsOf } from './expression.ts';
import { count, fitting, flag, isRecord, list, optionalText, text, toText, unwrapJson } from './outside.ts';
import { path, segment } from './query.ts';
import type { Turn } from './turn.ts';

/** The job's schema. Throws GraphError. */
export async function readSchema(appId: string, jobId: string, turn: Turn): Promise<SyncSchema> {
  const resource = `/servicePrincipals/${segment(appId)}/synchronization/jobs/${segment(jobId)}/schema`;
  return parseSchema(await turn.send({ operation: 'schema', path: path(resource) }));
}

const schemaShape = z.object({ id: text, version: optionalText, synchronizationRules: list, directories: list });
const ruleShape = z.object({
  priority: count,
  sourceDirectoryName: text,
  targetDirectoryName: text,
  objectMappings: list,
});
const mappingShape = z.object({
  name: text,
  enabled: flag,
  flowTypes: text,
  sourceObjectName: text,
  targetObjectName: text,
  scope: z.unknown(),
  attributeMappings: list,
});
const attributeMappingShape = z.object({
  targetAttributeName: z.string().min(1),
  source: z.unknown(),
  defaultValue: z.unknown(),
  matchingPriority: count,
  flowType: text,
});
const sourceShape = z.object({ type: text, name: optionalText, expression: optionalText, parameters: list });
const directoryShape = z.object({ name: text, objects: list });
const objectShape = z.object({ name: text, attributes: list });
const attributeShape = z.object({ name: z.string().min(1), type: text, multivalued: flag, required: flag });
const scopeShape = z.object({ groups: list, inputFilterGroups: list, categoryFilterGroups: list });
const groupShape = z.object({ name: text, clauses: list });
const clauseShape = z.object({ sourceOperandName: text, operatorName: text, targetOperand: z.unknown() });

type Attribute = z.infer<typeof attributeShape>;

/** A synchronizationSchema, reduced to what a diagnosis needs. Never throws: what cannot be read is left out. */
export function parseSchema(value: unknown): SyncSchema {
  const read = schemaShape.parse(isRecord(value) ? value : {});
  const directories = fitting(read.directories, directoryShape);
  const attributesOf = (directory: string, object: string): Attribute[] => {
    const objects = directories
      .filter((one) => one.name === directory)
      .flatMap((one) => fitting(one.objects, objectShape));
    return objects.filter((one) => one.name === object).flatMap((one) => fitting(one.attributes, attributeShape));
  };
  const rules = fitting(read.synchronizationRules, ruleShape).toSorted((one, other) => one.priority - other.priority);
  const mappings = rules.flatMap((rule) =>
    fitting(rule.objectMappings, mappingShape)
      .filter((mapping) => mapping.sourceObjectName !== '' || mapping.targetObjectName !== '')
      .map((mapping): ObjectMapping => {
        const sourceAttributes = attributesOf(rule.sourceDirectoryName, mapping.sourceObjectName);
        const targetAttributes = attributesOf(rule.targetDirectoryName, mapping.targetObjectName);
        return {
          name: mapping.name,
          enabled: mapping.enabled ?? true,
          sourceDirectory: rule.sourceDirectoryName,
          targetDirectory: rule.targetDirectoryName,
          sourceObject: mapping.sourceObjectName,
          targetObject: mapping.targetObjectName,
          flows: parseFlows(mapping.flowTypes),
          scope: parseScope(mapping.scope),
          inputScope: parseScope(mapping.scope, 'inputFilterGroups'),
          categoryScope: parseScope(mapping.scope, 'categoryFilterGroups'),
          attributes: mapping.attributeMappings.map(parseAttributeMapping).filter((one) => one !== undefined),
          sourceAttributes: Object.fromEntries(
            sourceAttributes.map(({ name, type, multivalued }) => [
              name,
              { type: type || 'unknown', multivalued: multivalued ?? false },
            ]),
          ),
          requiredTargets: targetAttributes.filter((one) => one.required).map((one) => one.name),
        };
      }),
  );
  return { id: read.id, version: read.version, mappings };
}

/** Flags in one text, "Add, Update, Delete"; a mapping that names none lets all flow. */
function parseFlows(flowTypes: string): ObjectMapping['flows'] {
  const flags = flowTypes
    .toLowerCase()
    .split(/[\s,|]+/)
    .filter((one) => one !== '');
  const all = flags.length === 0;
  return {
    add: all || flags.includes('add'),
    update: all || flags.includes('update'),
    delete: all || flags.includes('delete'),
  };
}

/** Groups of a filter, which may stand as JSON in a text. Clauses without an attribute say nothing and are left out. */
export function parseScope(value: unknown, part: keyof z.infer<typeof scopeShape> = 'groups'): readonly FilterGroup[] {
  const scope = scopeShape.safeParse(unwrapJson(value));
  if (!scope.success) return [];
  return fitting(scope.data[part], groupShape)
    .map(({ name, clauses }) => ({
      name,
      clauses: fitting(clauses, clauseShape)
        .map(parseClause)
        .filter((one) => one.attribute !== ''),
    }))
    .filter((group) => group.clauses.length > 0);
}

function parseClause({ sourceOperandName, operatorName, targetOperand }: z.infer<typeof clauseShape>): FilterClause {
  const values = isRecord(targetOperand) && Array.isArray(targetOperand.values) ? targetOperand.values : [];
  return { attribute: sourceOperandName, operator: operatorName, values: values.map(toText) };
}

function parseAttributeMapping(value: unknown): AttributeMapping | undefined {
  const parsed = attributeMappingShape.safeParse(value);
  if (!parsed.success) return undefined;
  const { targetAttributeName, source, defaultValue, matchingPriority, flowType } = parsed.data;
  return {
    target: targetAttributeName,
    source: parseSource(source),
    defaultValue: toText(defaultValue) || undefined,
    matchingPriority,
    flowType: flowType || 'Always',
  };
}

const sourceTypes = ['Attribute', 'Constant', 'Function'] as const;

function parseSource(value: unknown): MappingSource {
  const parsed = sourceShape.safeParse(value);
  if (!parsed.success) return { type: 'unknown', inputs: [] };
  const { name, expression } = parsed.data;
  const type = sourceTypes.find((one) => one.toLowerCase() === parsed.data.type.toLowerCase()) ?? 'unknown';
  return { type, name, expression, inputs: [...new Set(inputsOfSource(value, 0))] };
}

/** Parameters nest as deep as the functions do; deeper than any real one is somebody's joke. */
const deepest = 20;

function inputsOfSource(value: unknown, depth: number): string[] {
  const parsed = sourceShape.safeParse(value);
  if (!parsed.success || depth > deepest) return [];
  const { type, name, expression, parameters } = parsed.data;
  const kind = type.toLowerCase();
  if (kind === 'constant') return [];
  if (kind === 'attribute' && name) return [unbracketed(name)];
  // Some schemas write the attribute's name as the expression, brackets left out.
  if (kind === 'attribute' && expression && /^[\w.:-]+$/.test(expression)) return [expression];
  const nested = parameters.filter(isRecord).flatMap((parameter) => inputsOfSource(parameter.value, depth + 1));
  return [...inputsOf(expression ?? ''), ...nested];
}

function unbracketed(name: string): string {
  return name.replace(/^\[(.+)\]$/, '$1');
}
