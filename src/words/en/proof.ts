import type { AssignmentFinding, ClauseFinding, Proof, PropertyFinding } from '../../diagnosis/diagnosis.ts';
import { cut } from '../clean.ts';
import type { Told } from '../language.ts';
import { clauseNotation } from './clauses.ts';
import { abstentions, gaps } from './names.ts';
import { app, quoted, value, who } from './say.ts';
import { jobSentence } from './why.ts';

/** A fact of the proof as a phrase, and the log step that holds it. */
export function proofText(proof: Proof, told: Told): { readonly text: string; readonly step?: string } {
  switch (proof.source) {
    case 'log':
      return fromLog(proof, told);
    case 'directory':
      return { text: proof.what === 'assignment' ? assignment(proof.assignment, told) : account(proof, told) };
    case 'schema':
      return { text: proof.what === 'clause' ? clauseToday(proof.clause) : property(proof.property) };
    case 'job':
      return { text: jobSentence({ ...told, diagnosis: { ...told.diagnosis, job: proof.job } }).replace(/\.$/, '') };
  }
}

function fromLog(
  proof: Extract<Proof, { source: 'log' }>,
  told: Told,
): { readonly text: string; readonly step?: string } {
  switch (proof.what) {
    case 'clause':
      return {
        text: `${clauseNotation(proof.clause)} is ${result(proof.clause.then)}${then(proof.clause)}`,
        step: 'EntrySynchronizationScoping',
      };
    case 'step':
      return { text: logStep(proof, told), step: proof.step };
    case 'entry': {
      const code = proof.code ? `, ${cut(proof.code, 120)}` : '';
      return { text: `Action ${cut(proof.action, 40)}, status ${proof.status}${code}` };
    }
    case 'none':
      return { text: `No entry from ${told.clock.moment(proof.from)} to ${told.clock.moment(proof.to)}` };
  }
}

/** What a step says beyond its boilerplate and beyond the clauses, which stand by themselves. */
function logStep(proof: Extract<Proof, { what: 'step' }>, { diagnosis }: Told): string {
  const details = Object.entries(proof.details)
    .filter(([name, text]) => text !== '' && text !== '{}' && name !== 'ReportableIdentifier')
    .filter(([name]) => name !== 'ScopeEvaluationResult' || diagnosis.clauses.length === 0)
    .slice(0, 8)
    .map(([name, text]) => `${cut(name, 60)}: ${cut(text, 160)}`);
  const isBoilerplate = proof.step === 'EntrySynchronizationScoping' && details.length > 0;
  const description = proof.text === '' ? proof.status : cut(proof.text, 300);
  return (isBoilerplate ? details : [description, ...details]).join('; ');
}

function result(of: ClauseFinding['then']): string {
  return of === 'unknown' ? 'not known' : of;
}

function then({ actualThen }: ClauseFinding): string {
  return actualThen === undefined ? '' : ` (the value was ${value(actualThen)})`;
}

function clauseToday(clause: ClauseFinding): string {
  const text = `${clauseNotation(clause)} is ${result(clause.now)} today`;
  if (clause.abstained)
    return `${clauseNotation(clause)} cannot be checked from here: ${abstentions[clause.abstained]}`;
  return clause.actual === undefined ? text : `${text} (the value is ${value(clause.actual)})`;
}

function assignment(found: AssignmentFinding, told: Told): string {
  const groups = found.groups
    .slice(0, 4)
    .map(
      (group) =>
        quoted(group.name, 60) +
        (group.dynamic ? ' (dynamic)' : '') +
        (group.via ? ` by way of ${quoted(group.via, 60)}` : ''),
    );
  const named = groups.length > 0 ? ` ${told.clock.all(groups)}` : '';
  const roles = found.roles.map((role) => (role === '' ? 'default access' : quoted(role, 60)));
  const withRoles = roles.length > 0 ? `, role ${told.clock.all(roles)}` : '';
  const since = found.since ? `, since ${told.clock.moment(found.since)}` : '';
  switch (found.how) {
    case 'direct':
      return `Assigned directly${withRoles}${since}`;
    case 'group':
      return `Assigned by the group${named}${withRoles}${since}`;
    case 'nested':
      return `Assigned only through the nested group${named}${withRoles}`;
    case 'none':
      return `No assignment of ${who(told)} to ${app(told)}`;
    case 'unknown':
      return `Whether ${who(told)} is assigned is not known${found.why ? `: ${gaps[found.why]}` : ''}`;
  }
}

function account(proof: { readonly enabled?: boolean; readonly deletedAt?: string }, told: Told): string {
  if (proof.deletedAt) return `Deleted on ${told.clock.moment(proof.deletedAt)}`;
  if (proof.enabled === undefined) return 'Whether the account is enabled is not known';
  return proof.enabled ? 'Account enabled' : 'Account disabled';
}

function property(found: PropertyFinding): string {
  const sources = found.sources.map(
    (source) =>
      `${cut(source.name, 60)} ${source.empty === 'unknown' ? 'not known' : value(source.empty === true ? null : source.value)}`,
  );
  const fallback = found.defaultValue ? `; default ${quoted(found.defaultValue, 60)}` : '';
  const target = cut(found.target, 60);
  switch (found.mapping) {
    case 'unmapped':
      return `${target} has no mapping`;
    case 'constant':
      return `${target} is a constant${fallback}`;
    case 'expression':
      return `${target} is made by ${quoted(found.expression ?? '', 160)}: ${sources.join(', ') || 'no source attribute'}${fallback}`;
    case 'attribute':
    case undefined:
      return `${target} comes from ${sources.join(', ') || 'an attribute that is not known'}${fallback}`;
  }
}
