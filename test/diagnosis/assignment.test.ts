import assert from 'node:assert/strict';
import { readAssignment, roleStanding } from '../../src/diagnosis/assignment.ts';
import {
  aGroup,
  aMembership,
  anApp,
  anAssignment,
  anEvidence,
  gap,
  known,
  minutesAgo,
  roleIds,
  viaGroup,
} from './builders.ts';

const read = (over: Parameters<typeof anEvidence>[0]) => readAssignment(anEvidence(over)).finding;

describe('assignment', () => {
  it('is direct when the app names the person, whatever the case of the id', () => {
    const finding = read({ assignments: known([anAssignment({ principalId: 'USER-1' })]) });

    assert.equal(finding.how, 'direct');
    assert.deepEqual(finding.roles, ['User']);
  });

  it('is by group when the person is a direct member of an assigned group', () => {
    const finding = read({ assignments: known([viaGroup()]), memberships: known([aMembership()]) });

    assert.equal(finding.how, 'group');
    assert.deepEqual(finding.groups, [{ id: 'group-1', name: 'Field Sales', dynamic: false }]);
  });

  it('is nested when only an outer group is assigned, and names the way in where there is only one', () => {
    const inner = aMembership({ id: 'inner', name: 'Night Shift' });
    const finding = read({
      assignments: known([viaGroup()]),
      memberships: known([aMembership({ direct: false }), inner]),
    });

    assert.equal(finding.how, 'nested');
    assert.deepEqual(finding.groups, [{ id: 'group-1', name: 'Field Sales', dynamic: false, via: 'Night Shift' }]);
  });

  it('does not guess the way into an outer group when there are several', () => {
    const inner = [aMembership({ id: 'a', name: 'A' }), aMembership({ id: 'b', name: 'B' })];

    assert.equal(
      read({ assignments: known([viaGroup()]), memberships: known([aMembership({ direct: false }), ...inner]) })
        .groups[0]?.via,
      undefined,
    );
  });

  it('is none when neither the person nor a group of the person is assigned', () => {
    assert.equal(
      read({ assignments: known([viaGroup()]), memberships: known([aMembership({ id: 'other' })]) }).how,
      'none',
    );
    assert.equal(read({ assignments: known([]) }).how, 'none');
  });

  it('is unknown, with the gap, when assignments or memberships could not be read', () => {
    assert.deepEqual(read({ assignments: gap('forbidden') }), {
      how: 'unknown',
      groups: [],
      roles: [],
      why: 'forbidden',
    });
    assert.equal(read({ assignments: known([viaGroup()]), memberships: gap('unavailable') }).how, 'unknown');
    assert.equal(read({ assignments: known([]), memberships: gap('forbidden') }).how, 'unknown');
    assert.equal(read({ memberships: gap('forbidden') }).how, 'direct');
  });

  it('does not count groups that are not security-enabled', () => {
    assert.equal(
      read({ assignments: known([viaGroup()]), memberships: known([aMembership({ securityEnabled: false })]) }).how,
      'none',
    );
  });

  it('takes a group inside an assigned group for nested', () => {
    const finding = read({
      subject: aGroup({ id: 'inner' }),
      assignments: known([viaGroup()]),
      memberships: known([aMembership()]),
    });

    assert.equal(finding.how, 'nested');
  });

  it('tells every role and the age of the newest assignment', () => {
    const assignments = [
      anAssignment({ createdAt: minutesAgo(900) }),
      viaGroup({ roleId: roleIds.admin, createdAt: minutesAgo(7) }),
    ];
    const finding = read({ assignments: known(assignments), memberships: known([aMembership()]) });

    assert.deepEqual(finding.roles, ['User', 'Administrator']);
    assert.equal(finding.since, minutesAgo(7));
  });

  it('tells named roles from the default access role and from disabled ones', () => {
    const standing = (...roles: readonly string[]) =>
      roleStanding(
        roles.map((roleId) => anAssignment({ roleId })),
        anApp(),
      );

    assert.equal(standing(roleIds.user), 'named');
    assert.equal(standing(roleIds.none), 'default-only');
    assert.equal(standing(roleIds.none, roleIds.user), 'named');
    assert.equal(standing(roleIds.retired), 'disabled');
    assert.equal(standing('ffffffff-0000-4000-8000-000000000000'), 'unknown');
    assert.equal(standing(), 'unknown');
  });
});
