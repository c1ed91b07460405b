import type { Person } from './people.ts';

/** A clause as the synchronization schema holds it. */
export interface FilterClause {
  readonly sourceOperandName: string;
  readonly operatorName: string;
  readonly targetOperand: { readonly values: readonly string[] };
}

export interface FilterGroup {
  readonly name: string;
  readonly clauses: readonly FilterClause[];
}

export function clause(attribute: string, operator: string, ...values: readonly string[]): FilterClause {
  return { sourceOperandName: attribute, operatorName: operator, targetOperand: { values } };
}

/** Sync engine names of attributes that Graph calls otherwise. */
const graphNames: Readonly<Record<string, keyof Person>> = {
  objectId: 'id',
  dirSyncEnabled: 'onPremisesSyncEnabled',
  physicalDeliveryOfficeName: 'officeLocation',
  mobile: 'mobilePhone',
  manager: 'managerId',
};

/** A source attribute as the sync engine logs it: text, '' when empty, "True" and "False" for booleans. */
export function sourceText(person: Person, attribute: string): string {
  if (attribute === 'IsSoftDeleted') return person.deletedDateTime === null ? 'False' : 'True';
  if (attribute === 'telephoneNumber') return person.businessPhones[0] ?? '';
  if (attribute.startsWith('extensionAttribute')) return person.onPremisesExtensionAttributes[attribute] ?? '';
  const value: unknown = Reflect.get(person, graphNames[attribute] ?? attribute);
  if (value === true) return 'True';
  if (value === false) return 'False';
  return typeof value === 'string' ? value : '';
}

export interface FilterEvaluation {
  readonly passed: boolean;
  /** `<filter>.<attribute> <OPERATOR> '<value>'` and its outcome, as ScopeEvaluationResult has it. */
  readonly clauses: Readonly<Record<string, boolean>>;
}

/** The provisioning service's own evaluation: groups are joined by OR, clauses by AND; whatever is empty is false except to IS NULL. */
export function evaluateFilter(groups: readonly FilterGroup[], person: Person): FilterEvaluation {
  const clauses: Record<string, boolean> = {};
  let passed = groups.length === 0;
  for (const group of groups) {
    let all = true;
    for (const one of group.clauses) {
      const holds = clauseHolds(one, sourceText(person, one.sourceOperandName));
      const values = one.targetOperand.values.length === 0 ? '' : ` '${one.targetOperand.values.join("', '")}'`;
      clauses[`${group.name}.${one.sourceOperandName} ${one.operatorName}${values}`] = holds;
      if (!holds) all = false;
    }
    if (all) passed = true;
  }
  return { passed, clauses };
}

function clauseHolds(one: FilterClause, actual: string): boolean {
  const [wanted = ''] = one.targetOperand.values;
  if (one.operatorName === 'IS NULL') return actual === '';
  // A boolean that was never set counts as not true, though not as false.
  if (actual === '') return false;
  switch (one.operatorName) {
    case 'IS NOT NULL':
      return true;
    case 'EQUALS':
      return actual === wanted;
    case 'NOT EQUALS':
      return actual !== wanted;
    case 'IS TRUE':
      return actual === 'True';
    case 'IS FALSE':
      return actual === 'False';
    case 'REGEX MATCH':
      return new RegExp(wanted, 'u').test(actual);
    case 'NOT REGEX MATCH':
      return !new RegExp(wanted, 'u').test(actual);
    case 'Greater_Than':
      return Number.parseInt(actual, 10) > Number.parseInt(wanted, 10);
    case 'Greater_Than_OR_EQUALS':
      return Number.parseInt(actual, 10) >= Number.parseInt(wanted, 10);
    case 'Includes':
      return actual.includes(wanted);
    case 'ENDS_WITH':
      return actual.endsWith(wanted);
    default:
      throw new RangeError(`the sandbox has no scoping operator ${one.operatorName}`);
  }
}
