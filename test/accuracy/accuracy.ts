import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { cases } from './cases.ts';
import { figuresOf } from './figures.ts';
import { floors, measure, measureShared } from './measure.ts';
import { heldOut } from './questions/held-out.ts';
import { labelled } from './questions/labelled.ts';
import { floors as questionFloors, questionLines, readAll, shareOf } from './questions/measure.ts';
import { reportOf, tableOf } from './report.ts';
import { measureUnderstanding } from './understanding/understanding.ts';

/** `npm run accuracy [-- --only <id>] [--json]`: exit code 1 when a must is broken or a floor is missed. */
const { values } = parseArgs({ options: { only: { type: 'string' }, json: { type: 'boolean', default: false } } });

const chosen = values.only === undefined ? cases : cases.filter((one) => one.id === values.only);
if (chosen.length === 0) {
  process.stderr.write(`No case is called ${values.only}.\n`);
  process.exit(2);
}

const judged = await measure(chosen);
const figures = figuresOf(judged);
const failures = judged.filter((each) => each.mismatches.length > 0);

const understanding = values.only === undefined ? await measureUnderstanding() : undefined;

if (values.json) {
  const wrong = failures.map(({ one, said, mismatches, broken }) => ({
    id: one.id,
    ask: one.ask,
    said,
    mismatches,
    broken,
  }));
  process.stdout.write(
    `${JSON.stringify({ ...figures, wrong, ...(understanding && { understanding: understanding.rounds }) }, undefined, 2)}\n`,
  );
} else {
  process.stdout.write(tableOf(figures));
}
const readings = { labelled: readAll(labelled), heldOut: readAll(heldOut) };
if (values.only === undefined && !values.json) {
  const lines = [...questionLines('labelled', readings.labelled), '', ...questionLines('held out', readings.heldOut)];
  process.stdout.write(`\n${lines.join('\n')}\n`);
}
if (understanding && !values.json) process.stdout.write(`\n${understanding.lines.join('\n')}\n`);
if (values.only === undefined) {
  const folder = fileURLToPath(new URL('../output/accuracy/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}report.md`, reportOf(figures, judged));
  writeFileSync(`${folder}understanding.md`, understanding?.wrong.join('\n') ?? '');
  if (!values.json)
    process.stdout.write(
      '\nEvery wrong case: test/output/accuracy/report.md\nEvery wrong text of the latest round: test/output/accuracy/understanding.md\n',
    );
} else if (!values.json) {
  for (const { said, mismatches } of judged)
    process.stdout.write(`\n${JSON.stringify({ said, mismatches }, undefined, 2)}\n`);
}

const sharing = values.only === undefined ? await measureShared(judged) : { shared: 0, different: [] };
if (values.only === undefined && !values.json) {
  const { shared, different } = sharing;
  process.stdout.write(
    `\nOtherwise where the log was read for several askers at once: ${different.length} of ${shared}\n`,
  );
  for (const id of different) process.stdout.write(`  ${id}\n`);
}

const mustsHold = figures.broken.every(({ ids }) => ids.length === 0);
const floorsHold =
  values.only === undefined
    ? figures.macroF1 >= floors.macroF1 && figures.rightShare >= floors.rightShare
    : failures.length === 0;
const questionsHold =
  shareOf(readings.labelled) >= questionFloors.labelled && shareOf(readings.heldOut) >= questionFloors.heldOut;
const sharingHolds = sharing.different.length === 0;
const understandingHolds = (understanding?.misses ?? []).length === 0;
process.exitCode = mustsHold && floorsHold && questionsHold && sharingHolds && understandingHolds ? 0 : 1;
