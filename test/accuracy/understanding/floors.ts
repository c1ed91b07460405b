import floors from './floors.json' with { type: 'json' };
import type { RoundFigures } from './measure.ts';
import { portionOf } from './shares.ts';
import type { VariedFigures } from './vary.ts';

/** A figure that is not what it was agreed to be at the worst. */
export interface Miss {
  readonly figure: string;
  readonly value: number;
  readonly floor: number;
}

export type Figure = Exclude<keyof RoundFigures, 'round'>;

const atLeast: Readonly<Partial<Record<Figure, number>>> = floors.atLeast;
const atMost: Readonly<Partial<Record<Figure, number>>> = floors.atMost;

export const figureNames: readonly Figure[] = [
  'right',
  'close',
  'told',
  'offtopic',
  'orders',
  'followUps',
  'languages',
  'wrongName',
  'nobodyNamed',
  'somebodyElse',
  'changes',
  'asked',
];

/** Of the latest round. A part that was not asked misses nothing. */
export function missesOf(figures: RoundFigures): readonly Miss[] {
  return figureNames.flatMap((figure): readonly Miss[] => {
    const share = figures[figure];
    if (share.of === 0) return [];
    const value = portionOf(share);
    const [least, most] = [atLeast[figure], atMost[figure]];
    if (least !== undefined && value < least) return [{ figure, value, floor: least }];
    return most !== undefined && value > most ? [{ figure, value, floor: most }] : [];
  });
}

export function variedMisses(varied: readonly VariedFigures[]): readonly Miss[] {
  return varied.flatMap(({ name, changed }) => {
    const [value, floor] = [portionOf(changed), floors.changedAtMost[name]];
    return value > floor ? [{ figure: `changed by ${name}`, value, floor }] : [];
  });
}

export function calibrationMisses(error: number): readonly Miss[] {
  const floor = floors.calibrationErrorAtMost;
  return error > floor ? [{ figure: 'calibration error', value: error, floor }] : [];
}

export function crossValidationMisses(
  checked: Readonly<Record<keyof typeof floors.crossValidated, { readonly accuracy: number }>>,
): readonly Miss[] {
  const { intent, matter, topic, act, name } = floors.crossValidated;
  const all = { intent, matter, topic, act, name };
  return (Object.keys(all) as (keyof typeof all)[]).flatMap((figure) => {
    const [value, floor] = [checked[figure].accuracy, all[figure]];
    return value < floor ? [{ figure: `cross-validated ${figure}`, value, floor }] : [];
  });
}
