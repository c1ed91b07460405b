import type { UserApp } from './people-answers.ts';

/** Puts first what somebody should look at: accounts of leavers, failures, then who is missing; what is as it should be comes last. */
export function byConcern(one: UserApp, other: UserApp): number {
  return rank(one) - rank(other) || one.app.name.localeCompare(other.app.name, 'en');
}

function rank({ stillActive, diagnosis: { verdict, expected } }: UserApp): number {
  if (stillActive) return 0;
  const concern = (level: number) => (expected ? 9 : level);
  switch (verdict) {
    case 'failed':
      return 1;
    case 'skipped':
      return concern(2);
    case 'notProvisioned':
      return concern(3);
    case 'unknown':
      return concern(4);
    case 'pending':
      return concern(5);
    case 'provisioned':
      return 7;
    case 'deprovisioned':
      return concern(8);
  }
}
