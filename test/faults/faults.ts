import { hasPostgres } from '../support/databases.ts';
import { type FaultResult, runFaults } from './run.ts';
import { scenarios } from './scenarios.ts';

/** `npm run faults [-- short] [-- <part of a name>]`: breaks what can break, and prints what arrived. */
const asked = process.argv.slice(2);
const wanted = asked.filter((one) => one !== 'short');
const print = (line: string) => process.stdout.write(`${line}\n`);

if (await hasPostgres()) await main();
else {
  print('No PostgreSQL server is there: set TEST_DATABASE_URL to one that databases may be made on.');
  process.exitCode = 1;
}

async function main(): Promise<void> {
  let shown = '';
  for (const scenario of scenarios(asked.includes('short'))) {
    const { name, cycles, instances, subscribers } = scenario;
    if (wanted.length > 0 && !wanted.some((part) => name.includes(part))) continue;
    print(`${name}: ${cycles} cycles, ${instances} instances, ${subscribers} subscribers`);
    const onProgress = (text: string) => {
      if (text !== shown && process.stdout.isTTY) process.stdout.write(`\r  ${text}  `);
      shown = text;
    };
    const result = await runFaults({ ...scenario, random: Math.random, onProgress });
    if (process.stdout.isTTY) print('');
    print(row(result));
    for (const [toBreak, toAgain] of result.unexplained)
      print(`  came again ${toAgain} ms later, with no break for ${toBreak} ms`);
    for (const key of result.lost.slice(0, 10)) print(`  lost: ${key}`);
    if (result.lost.length > 0) process.exitCode = 1;
  }
}

function row({ wanted: all, arrived, duplicates, inTheGap, kills, calls, seconds }: FaultResult): string {
  return `  arrived ${arrived} of ${all}, came twice ${duplicates} (in the gap: ${inTheGap}), kills ${kills}, calls of the connector ${calls}, ${seconds} s`;
}
