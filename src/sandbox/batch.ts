import { badRequest } from './graph-error.ts';

export interface BatchStep {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly dependsOn: readonly string[];
}

export interface BatchAnswer {
  readonly id: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

/** As documented for JSON batching. */
const maxSteps = 20;

/** Reads the body of a $batch. Throws a 400 GraphError where Graph refuses the batch as a whole. */
export function readBatch(body: unknown): BatchStep[] {
  const requests = field(body, 'requests');
  if (!Array.isArray(requests)) throw badRequest('Invalid batch payload format.');
  if (requests.length > maxSteps)
    throw badRequest(`Number of batch request steps exceeds the maximum value of ${maxSteps}.`);
  const ids = new Set<string>();
  const steps = requests.map((one: unknown): BatchStep => {
    const id = field(one, 'id');
    const method = field(one, 'method');
    const url = field(one, 'url');
    if (typeof id !== 'string' || id === '') throw badRequest('Invalid batch payload format: a request has no id.');
    if (ids.has(id)) throw badRequest(`Request id '${id}' was specified more than once.`);
    ids.add(id);
    if (typeof method !== 'string' || typeof url !== 'string' || url === '')
      throw badRequest(`Invalid batch payload format: request '${id}' needs a method and a url.`);
    const stepBody = field(one, 'body');
    const headers = textFields(field(one, 'headers'));
    if (stepBody !== undefined && headers['content-type'] === undefined)
      throw badRequest(`Invalid batch payload format: request '${id}' has a body and no Content-Type.`);
    return {
      id,
      method: method.toUpperCase(),
      url,
      headers,
      dependsOn: texts(field(one, 'dependsOn')),
      ...(stepBody === undefined ? {} : { body: stepBody }),
    };
  });
  for (const step of steps)
    for (const parent of step.dependsOn)
      if (!ids.has(parent)) throw badRequest(`Request '${step.id}' depends on '${parent}', which is not in the batch.`);
  return steps;
}

/** Runs the steps, those that depend on others after them; answers in another order than asked. A circle of dependencies is refused. */
export async function runBatch(
  steps: readonly BatchStep[],
  run: (step: BatchStep) => Promise<BatchAnswer>,
): Promise<BatchAnswer[]> {
  const answers = new Map<string, BatchAnswer>();
  let waiting = [...steps];
  while (waiting.length > 0) {
    const ready = waiting.filter((step) => step.dependsOn.every((parent) => answers.has(parent)));
    if (ready.length === 0) throw badRequest('The requests of the batch depend on each other in a circle.');
    const done = await Promise.all(
      ready.map((step) =>
        step.dependsOn.some((parent) => (answers.get(parent)?.status ?? 500) >= 400)
          ? failedDependency(step)
          : run(step),
      ),
    );
    for (const answer of done) answers.set(answer.id, answer);
    waiting = waiting.filter((step) => !answers.has(step.id));
  }
  // Every second one first: not the order of the question, and the same each time.
  const list = [...answers.values()];
  return [...list.filter((_, index) => index % 2 === 1), ...list.filter((_, index) => index % 2 === 0)];
}

function failedDependency(step: BatchStep): BatchAnswer {
  return {
    id: step.id,
    status: 424,
    headers: { 'Content-Type': 'application/json' },
    body: { error: { code: 'FailedDependency', message: 'A request that this one depends on has failed.' } },
  };
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

function textFields(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, text]) => (typeof text === 'string' ? [[name.toLowerCase(), text]] : [])),
  );
}
