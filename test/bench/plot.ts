/** Waits in milliseconds, the shortest first. */
export interface Series {
  readonly title: string;
  readonly first: readonly number[];
  readonly final: readonly number[];
}

const width = 320;
const height = 200;
const left = 44;
const bottom = 34;
const top = 30;

/** How long askers waited, a panel for each burst: the share of them that had an answer, against the seconds that took. */
export function plot(series: readonly Series[]): string {
  const longest = Math.max(...series.flatMap(({ final }) => final), 1000) / 1000;
  const panels = series.map((one, index) => panel(one, index * (width + left), longest));
  const whole = series.length * (width + left) + 20;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${whole}" height="${height + bottom + top}" font-family="sans-serif" font-size="12">`,
    '<rect width="100%" height="100%" fill="white"/>',
    ...panels,
    '</svg>',
    '',
  ].join('\n');
}

function panel({ title, first, final }: Series, offset: number, longest: number): string {
  const x = (seconds: number) => left + (seconds / longest) * (width - 20);
  const y = (share: number) => top + (1 - share) * height;
  const line = (values: readonly number[], colour: string) => {
    const points = values.map((ms, index) => `${x(ms / 1000).toFixed(1)},${y((index + 1) / values.length).toFixed(1)}`);
    return `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${x(0)},${y(0)} ${points.join(' ')}"/>`;
  };
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((share) => {
    const seconds = share * longest;
    return `<text x="${x(seconds)}" y="${top + height + 16}" text-anchor="middle">${seconds.toFixed(0)}</text>`;
  });
  const shares = [0, 0.5, 1].map(
    (share) => `<text x="${left - 6}" y="${y(share) + 4}" text-anchor="end">${share * 100} %</text>`,
  );
  return [
    `<g transform="translate(${offset} 0)">`,
    `<text x="${left}" y="18" font-weight="bold">${title}: first (blue) and final (green) answer</text>`,
    `<path d="M${left} ${top}V${top + height}H${left + width - 20}" fill="none" stroke="#666"/>`,
    ...ticks,
    `<text x="${left + width / 2}" y="${top + height + 31}" text-anchor="middle">seconds from the question on</text>`,
    ...shares,
    line(first, '#1f6feb'),
    line(final, '#2da44e'),
    '</g>',
  ].join('\n');
}
