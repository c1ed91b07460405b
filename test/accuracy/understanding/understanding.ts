import { calibrationError, calibrationOf } from './calibration.ts';
import { crossValidation } from './cross-validation.ts';
import { calibrationMisses, crossValidationMisses, type Miss, missesOf, variedMisses } from './floors.ts';
import { figuresOf, type Measured, measureRound, type RoundFigures } from './measure.ts';
import {
  calibrationLines,
  crossValidationLines,
  groupLines,
  missLines,
  roundLines,
  variedLines,
  wrongLines,
} from './report.ts';
import { readRounds } from './sets.ts';
import { trainedOf } from './trained.ts';
import { measureVaried } from './vary.ts';

export interface Understanding {
  readonly rounds: readonly RoundFigures[];
  readonly misses: readonly Miss[];
  /** For the terminal. */
  readonly lines: readonly string[];
  /** Every text of the latest round that went wrong. */
  readonly wrong: readonly string[];
}

/** Everything that is measured of how texts of other hands are understood. Floors hold for the latest round, seen or not. */
export async function measureUnderstanding(): Promise<Understanding> {
  const rounds = readRounds();
  const measured: Measured[] = [];
  for (const round of rounds) measured.push(await measureRound(round));
  const figures = measured.map(figuresOf);
  const [round, latest, latestFigures] = [rounds.at(-1), measured.at(-1), figures.at(-1)];
  if (!round || !latest || !latestFigures) throw new RangeError('no round of texts is there');
  const varied = await measureVaried(latest.utterances);
  const bins = await calibrationOf(round);
  const error = calibrationError(bins);
  const checked = await crossValidation();
  const misses = [
    ...missesOf(latestFigures),
    ...variedMisses(varied),
    ...calibrationMisses(error),
    ...crossValidationMisses(checked),
  ];
  const parts = [
    roundLines(figures, trainedOf(rounds)),
    groupLines(latest),
    variedLines(varied),
    calibrationLines(bins, error),
    crossValidationLines(checked),
    missLines(misses),
  ];
  return {
    rounds: figures,
    misses,
    lines: parts.flatMap((part, at) => (at === 0 ? part : ['', ...part])),
    wrong: wrongLines(latest, varied),
  };
}
