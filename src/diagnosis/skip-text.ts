import { type LoggedClause, readScopeEvaluation, resultOf } from './scope-clause.ts';
import { plainText, readBoolean } from './text.ts';

/** What a gate was found to be; unknown where nothing says. */
export type Said = 'open' | 'shut' | 'unknown';

/** What a message about a skip says, gate by gate. */
export interface SkipText {
  readonly skipReason?: string;
  readonly active: Said;
  readonly assigned: Said;
  readonly role: Said;
  readonly filter: Said;
  /** Who says that the role is missing: the role's own field, or only the sentence about entitlement. */
  readonly roleBy?: 'field' | 'sentence';
  readonly syncAll?: boolean;
  readonly clauses: readonly LoggedClause[];
  /** The target attribute that is missing or invalid. */
  readonly property?: string;
}

type GateName = 'active' | 'assigned' | 'role' | 'filter';

/** Fragments, for the wording drifts. Source: log-shapes, published messages from 2019 to 2026. */
const sentences: Readonly<Record<GateName, RegExp>> = {
  active: /\b(?:is not|isn't|not) active in the source\b|\binactive in the source\b/i,
  assigned: /\b(?:is not|isn't|not|is un|un)\s?assigned to the app(?:lication)?\b/i,
  role: /\b(?:does not|doesn't|do not|not) have (?:the )?(?:required )?entitlement\b|\brequired entitlement (?:is )?missing\b/i,
  filter:
    /\b(?:did not|didn't|does not|doesn't|not) (?:pass|meet|satisfy|match) (?:a |the |any |all |your )?(?:specified )?scoping (?:filter|criteria)/i,
};

/** Labels of every age, as they stand in a details table, in the 2019 audit form, or in JSON. */
const labels: Readonly<Record<GateName, RegExp>> = {
  active: label('Active in the source system|IsActive|Active'),
  assigned: label('Assigned to the application|Assigned to application|IsAssigned|Assigned'),
  role: label('\\w+ has the required role|IsEffectivelyEntitledForProvisioning|IsEffectivelyEntitled'),
  filter: label(
    'Scoping filter evaluation passed|IsInProvisioningScopeDisplayName|IsInProvisioningScope|Passed scop(?:e|ing) filters?',
  ),
};

const roleField = label('\\w+ has the required role');
const syncAllLabel = label('Scope sync all|SyncAll');

function label(names: string): RegExp {
  return new RegExp(`(?<![A-Za-z])(?:${names})["'\\s:=|,]*(true|false)\\b`, 'i');
}

const skipReasonLabel = /\bSkip\s?Reason["'\s:=|,]+([A-Za-z][\w.-]*)/i;
const propertyLabel = /\bPropertyName["'\s:=|,]+([\w.:\-[\]]+)/i;
const propertySentence = /\bvalue of the property (\S+?)[.,]? is missing or invalid/i;
const inSync = /\b(?:source and target systems already match|No change to the .{0,200}? currently needs to be made)/i;

/**
 * Reads a message about a skip, whole or in part: numbered sentences, a table of fields, or the audit form of 2019.
 * Undefined when nothing in it is about a skip.
 */
export function readSkipText(text: string): SkipText | undefined {
  const plain = plainText(text.slice(0, 20_000));
  const clauses = readClauses(plain);
  const gate = (name: GateName): Said => readGate(name, plain);
  const byFilter = gate('filter');
  const found: SkipText = {
    skipReason: skipReasonLabel.exec(plain)?.[1] ?? reasonOfSentence(plain),
    active: gate('active'),
    assigned: gate('assigned'),
    role: gate('role'),
    filter: byFilter === 'unknown' ? said(resultOf(clauses)) : byFilter,
    roleBy: roleBy(plain),
    syncAll: readBoolean(syncAllLabel.exec(plain)?.[1] ?? ''),
    clauses,
    property: (propertyLabel.exec(plain)?.[1] ?? propertySentence.exec(plain)?.[1])?.replace(/\.$/, ''),
  };
  return tellsSomething(found) ? found : undefined;
}

function tellsSomething(found: SkipText): boolean {
  const gates = [found.active, found.assigned, found.role, found.filter];
  return found.skipReason !== undefined || found.property !== undefined || gates.some((one) => one !== 'unknown');
}

function readGate(name: GateName, plain: string): Said {
  if (sentences[name].test(plain)) return 'shut';
  return said(readBoolean(labels[name].exec(plain)?.[1] ?? ''));
}

function roleBy(plain: string): 'field' | 'sentence' | undefined {
  if (readBoolean(roleField.exec(plain)?.[1] ?? '') === false) return 'field';
  return readGate('role', plain) === 'shut' ? 'sentence' : undefined;
}

function said(passed: boolean | undefined): Said {
  if (passed === undefined) return 'unknown';
  return passed ? 'open' : 'shut';
}

function readClauses(plain: string): readonly LoggedClause[] {
  const result = /\bScope\s?Evaluation\s?Result["'\s:=|]*(\{.*?\})/i.exec(plain)?.[1];
  return result === undefined ? [] : (readScopeEvaluation(result) ?? []);
}

/** The skip reason that a description's template belongs to. */
function reasonOfSentence(plain: string): string | undefined {
  if (inSync.test(plain)) return 'RedundantExport';
  if (propertySentence.test(plain)) return 'AttributeValidationFailed';
  if (/\bskipped (?:due to|for) the following reasons\b/i.test(plain)) return 'NotEffectivelyEntitled';
  return undefined;
}
