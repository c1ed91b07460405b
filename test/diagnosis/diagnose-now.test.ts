import assert from 'node:assert/strict';
import { diagnose } from '../../src/diagnosis/diagnose.ts';
import type { Evidence, LogEntry } from '../../src/diagnosis/evidence.ts';
import {
  aFailure,
  aFilter,
  aMapping,
  aMembership,
  anAssignment,
  anEntry,
  aSchema,
  aSuccess,
  aUser,
  exported,
  gap,
  hours,
  imported,
  known,
  logged,
  mapped,
  minutesAgo,
  notEntitled,
  roleIds,
  scoped,
  skip,
  viaGroup,
} from './builders.ts';

const unassigned = { assignments: known([]) };
const logsSales = { filter: false, result: { "Sales only.department EQUALS 'Sales'": false } };
const salesOnly = aSchema(aMapping({ scope: [aFilter('department', 'EQUALS', ['Sales'])] }));

function of(entry: LogEntry, over: Partial<Evidence> = {}) {
  return diagnose(logged([entry], over));
}

describe('then and now', () => {
  it('waits for the next cycle when the person was assigned since, and says when', () => {
    const found = of(notEntitled({ assigned: false, role: false }), {
      assignments: known([anAssignment({ createdAt: minutesAgo(20) })]),
    });

    assert.deepEqual([found.verdict, found.cause, found.expected], ['skipped', 'awaiting-next-cycle', false]);
    assert.equal(found.now.was, 'not-assigned');
    assert.deepEqual(found.now.changes, [{ change: 'assigned', at: minutesAgo(20) }]);
    assert.equal(found.now.expectedAt, minutesAgo(-30));
    assert.deepEqual(
      found.fix.map((fix) => ('step' in fix ? fix.step : '')),
      ['wait-next-cycle', 'provision-on-demand'],
    );
  });

  it('waits when a dynamic group has let the person in since, and names the group', () => {
    const found = of(notEntitled({ assigned: false, role: false }), {
      assignments: known([viaGroup()]),
      memberships: known([aMembership({ dynamic: true })]),
    });

    assert.equal(found.cause, 'awaiting-next-cycle');
    assert.ok(found.notes.some((note) => note.note === 'dynamic-group' && note.group === 'Field Sales'));
  });

  it('waits when the account was enabled since', () => {
    const found = of(notEntitled({ active: false }));

    assert.deepEqual(
      [found.cause, found.now.was, found.now.changes],
      ['awaiting-next-cycle', 'disabled-in-source', [{ change: 'enabled' }]],
    );
  });

  it('waits when the attribute was corrected since, and tells both values', () => {
    const found = of(notEntitled(logsSales, {}, { department: 'sales' }), { schema: salesOnly });

    assert.deepEqual([found.verdict, found.cause, found.now.was], ['skipped', 'awaiting-next-cycle', 'scoping-filter']);
    assert.deepEqual(found.now.changes, [{ change: 'attribute', name: 'department', from: 'sales', to: 'Sales' }]);
  });

  it('waits when the filter was changed since', () => {
    const schema = aSchema(
      aMapping({ scope: [aFilter('department', 'EQUALS', ['sales', 'Sales'].slice(1), 'Renamed')] }),
    );
    const found = of(notEntitled({ filter: false, result: { "Old.city EQUALS 'Oslo'": false } }), { schema });

    assert.equal(found.cause, 'awaiting-next-cycle');
    assert.ok(found.now.changes.some((change) => change.change === 'filter-changed'));
  });

  it('tells joining an assigned group from a new assignment, by when the assignment was made', () => {
    const joined = (createdAt: string) =>
      of(notEntitled({ assigned: false, role: false }), {
        assignments: known([viaGroup({ createdAt })]),
        memberships: known([aMembership()]),
      }).now.changes;

    assert.deepEqual(joined(minutesAgo(60 * 24 * 90)), [{ change: 'joined', group: 'Field Sales' }]);
    assert.deepEqual(joined(minutesAgo(5)), [{ change: 'assigned', at: minutesAgo(5) }]);
  });

  it('names a group that is assigned and does not count, and does not call that expected', () => {
    const found = of(notEntitled({ assigned: false, role: false }), {
      assignments: known([viaGroup()]),
      memberships: known([aMembership({ securityEnabled: false })]),
    });

    assert.deepEqual(
      [found.cause, found.assignment.uncounted, found.expected],
      ['not-assigned', ['Field Sales'], false],
    );
  });

  it('waits when a real role was given since', () => {
    const found = of(notEntitled({ role: false }), {
      assignments: known([anAssignment({ createdAt: minutesAgo(5) })]),
    });

    assert.deepEqual([found.cause, found.now.was], ['awaiting-next-cycle', 'no-entitled-role']);
  });

  it('waits when the missing attribute was filled since', () => {
    const entry = anEntry({
      status: 'skipped',
      steps: [
        imported({ givenName: 'Maren' }),
        scoped(),
        skip('AttributeValidationFailed', { PropertyName: 'name.familyName' }),
      ],
    });
    const found = of(entry);

    assert.deepEqual([found.cause, found.now.was], ['awaiting-next-cycle', 'required-attribute']);
    assert.deepEqual(found.now.changes, [{ change: 'attribute', name: 'surname', from: '', to: 'Holt' }]);
  });

  it('waits for the account to come back when who was taken out is assigned again', () => {
    const entry = anEntry({ action: 'disable', steps: [scoped({ assigned: false, role: false }), exported()] });
    const found = of(entry, { assignments: known([anAssignment({ createdAt: minutesAgo(9) })]) });

    assert.deepEqual(
      [found.verdict, found.cause, found.now.was],
      ['deprovisioned', 'awaiting-next-cycle', 'deprovisioned'],
    );
  });

  it('names the gate that is still shut, not the one that was opened', () => {
    const entry = notEntitled({ assigned: false, role: false, ...logsSales });
    const found = of(entry, { schema: salesOnly, subject: aUser({ attributes: { department: 'HR' } }) });

    assert.deepEqual(
      [found.cause, found.also, found.now.was, found.now.differs],
      ['scoping-filter', [], 'not-assigned', true],
    );
  });

  it('names the first gate that is shut today, when another was shut since', () => {
    const found = of(notEntitled({ assigned: false, role: false }), {
      ...unassigned,
      subject: aUser({ accountEnabled: false }),
    });

    assert.deepEqual(
      [found.cause, found.also, found.now.was],
      ['disabled-in-source', ['not-assigned'], 'not-assigned'],
    );
    assert.deepEqual(found.now.changes, [{ change: 'disabled' }]);
  });

  it('keeps the logged cause when the gate that was shut cannot be looked at', () => {
    const regex = notEntitled({ filter: false, result: { "F.mail REGEX MATCH '.*@x.example'": false } });
    const found = of(regex, {
      schema: aSchema(aMapping({ scope: [aFilter('mail', 'REGEX MATCH', ['.*@x.example'], 'F')] })),
    });

    assert.deepEqual([found.cause, found.now.was, found.now.differs], ['scoping-filter', undefined, false]);
    assert.equal(found.gates.find((gate) => gate.gate === 'filter')?.now, 'unknown');
    assert.ok(
      found.notes.some((note) => note.note === 'gate-unknown' && note.gate === 'filter' && note.abstained === 'regex'),
    );
    assert.equal(
      of(notEntitled({ assigned: false, role: false }), { assignments: gap('forbidden') }).cause,
      'not-assigned',
    );
    assert.equal(
      of(notEntitled({ active: false }), { subject: aUser({ accountEnabled: undefined }) }).cause,
      'disabled-in-source',
    );
  });

  it('does not trust its own reading against the log on the very same value', () => {
    const entry = notEntitled(
      { filter: false, result: { "Sales only.department EQUALS 'Sales'": false } },
      {},
      { department: 'Sales' },
    );
    const found = of(entry, { schema: salesOnly });

    assert.equal(found.cause, 'scoping-filter');
  });

  it('says that a filter cannot be looked at when all else stands open', () => {
    const schema = aSchema(aMapping({ scope: [aFilter('mail', 'REGEX MATCH', ['.*'])] }));
    const found = of(notEntitled({ assigned: false, role: false }), {
      schema,
      assignments: known([anAssignment({ createdAt: minutesAgo(9) })]),
    });

    assert.equal(found.cause, 'awaiting-next-cycle');
    assert.ok(found.notes.some((note) => note.note === 'gate-unknown' && note.gate === 'filter'));
  });

  it('keeps who is provisioned provisioned, and tells what changed', () => {
    const found = of(aSuccess({ at: minutesAgo(30 * hours) }), { subject: aUser({ accountEnabled: false }) });

    assert.deepEqual([found.verdict, found.cause, found.now.differs], ['provisioned', 'provisioned', true]);
    assert.deepEqual(found.now.changes, [{ change: 'disabled' }]);
    assert.equal(found.now.expectedAt, minutesAgo(-30));
  });

  it('keeps a failure a failure, and puts a gate that was shut since before it', () => {
    const fault = aFailure('EntryConflict', 'exists');
    const found = of(fault, { subject: aUser({ accountEnabled: false }) });

    assert.deepEqual(
      [found.cause, found.also, found.now.was, found.expected],
      ['disabled-in-source', ['value-conflict'], 'value-conflict', true],
    );
    assert.equal(of(fault).cause, 'value-conflict');
  });

  it('does not take a failing person of an app that may sync everybody for unassigned', () => {
    const entry = aFailure('EntryConflict', 'exists', { steps: [imported(), exported('failure')] });

    assert.equal(of(entry, unassigned).cause, 'value-conflict');
    assert.equal(of(aFailure('EntryConflict', 'exists'), unassigned).cause, 'not-assigned');
  });

  it('does not call the default access role open after an assignment', () => {
    const found = of(notEntitled({ assigned: false, role: false }), {
      assignments: known([anAssignment({ roleId: roleIds.none, createdAt: minutesAgo(9) })]),
    });

    assert.notEqual(found.gates.find((gate) => gate.gate === 'role')?.now, 'open');
  });

  it('says nothing differs when nothing does', () => {
    const found = of(notEntitled({ assigned: false, role: false }), unassigned);

    assert.deepEqual(found.now, {
      differs: false,
      was: undefined,
      wasAt: undefined,
      changes: [],
      expectedAt: undefined,
    });
  });

  it('evaluates nothing on attributes that were not read', () => {
    const found = of(notEntitled(logsSales), { schema: salesOnly, subject: aUser({ attributes: {} }) });

    assert.equal(found.cause, 'scoping-filter');
    assert.equal(found.clauses[0]?.abstained, 'not-read');
  });

  it('gives the filled matching attribute a chance at the next cycle', () => {
    const schema = aSchema(aMapping({ attributes: [mapped('externalId', 'employeeId', { matchingPriority: 1 })] }));
    const entry = anEntry({ status: 'skipped', steps: [imported(), skip('ImportSkipped')] });

    assert.equal(of(entry, { schema }).cause, 'awaiting-next-cycle');
  });
});
