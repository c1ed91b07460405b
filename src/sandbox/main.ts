import { parseArgs } from 'node:util';
import { createSandbox } from './sandbox.ts';
import { demoQuestions } from './scenarios.ts';

/** Starts the tenant alone: `node src/sandbox/main.ts --port 3979 --people 300 --entries 4000 --seed 1`. */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '3979' },
    seed: { type: 'string' },
    people: { type: 'string' },
    entries: { type: 'string' },
    apps: { type: 'string' },
  },
});

const numbers = Object.entries(values).map(([name, text]) => [name, Number(text)] as const);
const wrong = numbers.filter(([, value]) => !Number.isInteger(value) || value < 0);
if (wrong.length > 0) {
  process.stderr.write(`Not a whole number: ${wrong.map(([name]) => `--${name}`).join(', ')}\n`);
  process.exitCode = 1;
} else {
  const { port = 3979, ...size } = Object.fromEntries(numbers);
  await run(port, size);
}

async function run(
  port: number,
  size: { seed?: number; people?: number; entries?: number; apps?: number },
): Promise<void> {
  const sandbox = createSandbox({ now: () => new Date(), ...size });
  try {
    const listening = await sandbox.listen(port);
    process.stdout.write(
      `Contoso listens at ${listening.url}\nGRAPH_ENDPOINT=${listening.url} GRAPH_TOKEN=sandbox\nTry: ${demoQuestions.join(' · ')}\n`,
    );
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void listening.close());
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error;
    process.stderr.write(`Port ${port} is taken. Choose another with --port.\n`);
    process.exitCode = 1;
  }
}
