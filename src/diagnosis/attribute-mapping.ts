import { isEmpty, valueToday } from './attribute-values.ts';
import type { PropertyFinding } from './diagnosis.ts';
import type { AttributeMapping, Known, ObjectMapping, Subject, SyncSchema } from './evidence.ts';
import { squash } from './text.ts';

/** The mapping that a subject of this kind passes through: enabled ones first, as the schema lists them. */
export function mappingFor(subject: Subject, schema: Known<SyncSchema>): ObjectMapping | undefined {
  return mappingsFor(subject, schema)[0];
}

/** All enabled mappings for this kind of subject; those that are off only when there is no other. */
export function mappingsFor(subject: Subject, schema: Known<SyncSchema>): readonly ObjectMapping[] {
  if (!schema.known) return [];
  const fitting = schema.value.mappings.filter((mapping) => fits(subject, mapping));
  const enabled = fitting.filter((mapping) => mapping.enabled);
  return enabled.length > 0 ? enabled : fitting;
}

function fits(subject: Subject, mapping: ObjectMapping): boolean {
  const source = squash(mapping.sourceObject);
  switch (subject.type) {
    case 'user':
      return source === 'user';
    case 'group':
      return source === 'group';
    // HR systems call their people Worker, User, Employee …; what is not a group is one.
    case 'worker':
      return source !== 'group';
  }
}

/** The mapping's matching attributes: priority above 0, the lowest is tried first. */
export function matchingMappings(mapping: ObjectMapping | undefined): readonly AttributeMapping[] {
  const attributes = mapping?.attributes ?? [];
  return attributes
    .filter((attribute) => attribute.matchingPriority > 0)
    .toSorted((one, other) => one.matchingPriority - other.matchingPriority);
}

/** Source attributes that the filters and mappings for this kind of subject read, filters first, each once. */
export function namesRead(subject: Subject, schema: Known<SyncSchema>): readonly string[] {
  const mappings = mappingsFor(subject, schema);
  const filters = mappings.flatMap(({ scope, inputScope = [], categoryScope = [] }) => [
    ...scope,
    ...inputScope,
    ...categoryScope,
  ]);
  const clauses = filters.flatMap(({ clauses }) => clauses.map(({ attribute }) => attribute));
  const inputs = mappings.flatMap(({ attributes }) => attributes.flatMap(inputsOf));
  return [...new Set([...clauses, ...inputs])];
}

/** The attribute mapping into a target, its name compared as the log writes it: without punctuation, with or without its schema. */
export function mappingInto(target: string, mapping: ObjectMapping | undefined): AttributeMapping | undefined {
  const wanted = squash(target);
  if (wanted === '') return undefined;
  const attributes = mapping?.attributes ?? [];
  return (
    attributes.find((attribute) => attribute.target === target) ??
    attributes.find((attribute) => squash(attribute.target) === wanted) ??
    attributes.find((attribute) => leaf(attribute.target) === leaf(target))
  );
}

/** `urn:…:enterprise:2.0:User:department` and `department` are one attribute. */
function leaf(name: string): string {
  return squash(/^urn:/i.test(name) ? (name.split(':').at(-1) ?? name) : name);
}

/** What feeds a target attribute, and what it holds today. `readable` false: the source is not this directory. */
export function propertyFinding(
  target: string,
  attribute: AttributeMapping | undefined,
  subject: Subject,
  readable: boolean,
): PropertyFinding {
  if (!attribute) return { target, sources: [] };
  const sources = inputsOf(attribute).map((name) => {
    const value = readable ? valueToday(subject, name) : undefined;
    return { name, value, empty: isEmpty(value) };
  });
  return {
    target: attribute.target,
    mapping: kindOf(attribute),
    expression: attribute.source.type === 'Function' ? attribute.source.expression : undefined,
    defaultValue: attribute.defaultValue,
    sources,
  };
}

function inputsOf(attribute: AttributeMapping): readonly string[] {
  const { source } = attribute;
  if (source.type === 'Constant') return [];
  if (source.type === 'Attribute' && source.name) return [source.name];
  return source.inputs;
}

function kindOf(attribute: AttributeMapping): PropertyFinding['mapping'] {
  switch (attribute.source.type) {
    case 'Attribute':
      return 'attribute';
    case 'Function':
      return 'expression';
    case 'Constant':
      return 'constant';
    case 'unknown':
      return undefined;
  }
}

/** Whether a property finding rests on a plain attribute that is empty today; unknown where it cannot be told. */
export function isFed(property: PropertyFinding): boolean | 'unknown' {
  if (property.mapping === 'constant') return true;
  if (property.defaultValue) return true;
  if (property.mapping !== 'attribute') return 'unknown';
  const empty = property.sources[0]?.empty;
  return empty === undefined || empty === 'unknown' ? 'unknown' : !empty;
}
