import { type AppHealth, countNeeds, isProblem, worstFirst } from '../diagnosis/overview.ts';
import { readHealth } from '../diagnosis/read-health.ts';
import type { ProvisionedApps } from '../entra/reads.ts';
import type { OverviewQuestion } from '../questions/question.ts';
import type { Answer } from './answer.ts';
import type { OverviewAnswer } from './app-answers.ts';
import type { Turn } from './turn.ts';

/** Apps on a page: as many as a person reads on a phone without losing the head of the list. */
const pageSize = 10;

/** Every provisioned app, worst first; while the tenant is read, what is known so far. Throws GraphError. */
export async function overview(question: OverviewQuestion, turn: Turn): Promise<Answer> {
  const found = await turn.reads.provisionedApps({
    onPart: (soFar) => {
      if (soFar.looked >= soFar.of) return;
      turn.interim(overviewOf(question, soFar, turn.now), { of: 'apps', done: soFar.looked, total: soFar.of });
    },
  });
  return overviewOf(question, found, turn.now);
}

function overviewOf(question: OverviewQuestion, found: ProvisionedApps, now: Date): OverviewAnswer {
  const asOf = now.toISOString();
  const all = worstFirst(found.apps.map(({ app, jobs }) => ({ app, health: readHealth(jobs, asOf) })));
  const apps = all.filter(wanted(question));
  const of = Math.max(1, Math.ceil(apps.length / pageSize));
  const number = Math.min(question.page ?? 1, of);
  const { looked, left, unread } = found;
  return {
    kind: 'overview',
    question,
    apps,
    page: { number, of, size: pageSize },
    counts: countNeeds(all),
    looked,
    left,
    unread,
    asOf,
  };
}

function wanted({ only }: OverviewQuestion): (one: AppHealth) => boolean {
  switch (only) {
    case 'problems':
      return ({ health }) => isProblem(health);
    case 'quarantine':
      return ({ health }) => health.job.state === 'quarantine';
    case undefined:
      return () => true;
  }
}
