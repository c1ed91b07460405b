import assert from 'node:assert/strict';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { resolveAhead, resolveWindow, takeWindow } from '../../src/questions/entities/time-window.ts';
import type { TimePoint, TimeWindow } from '../../src/questions/question.ts';

/** A Wednesday afternoon in Berlin. */
const now = new Date('2026-11-18T14:30:00Z');
const zone = 'Europe/Berlin';

/** The window of a text by the calendar of Berlin, to the minute. */
function told(text: string, at = now): string | undefined {
  const { window } = takeWindow(text);
  if (!window) return undefined;
  const { from, to } = resolveWindow(window, at, zone);
  const local = (date: Date) => DateTime.fromJSDate(date, { zone }).toFormat('LL-dd HH:mm');
  return `${local(from)} to ${local(to)}`;
}

const until = '11-18 15:30';

const windows: readonly (readonly [text: string, window: string])[] = [
  ['who failed in Zoom today?', `11-18 00:00 to ${until}`],
  ['who failed yesterday', '11-17 00:00 to 11-18 00:00'],
  ['who failed this week in Slack', `11-16 00:00 to ${until}`],
  ['errors last week', '11-09 00:00 to 11-16 00:00'],
  ['who failed in Zoom tomorrow?', '11-19 00:00 to 11-20 00:00'],
  ['who failed in Zoom next week', '11-23 00:00 to 11-23 00:00'],
  ['errors in the next 2 days', `${until} to ${until}`],
  ['errors since Monday', `11-16 00:00 to ${until}`],
  ['errors since wendesday', `11-18 00:00 to ${until}`],
  ['errors since thursday', `11-12 00:00 to ${until}`],
  ['errors in the last 3 days', `11-15 15:30 to ${until}`],
  ['errors past 24 hours', `11-17 15:30 to ${until}`],
  ['errors last 7d', `11-11 15:30 to ${until}`],
  ['errors in the past couple of weeks', `11-04 15:30 to ${until}`],
  ['errors last month', '10-01 00:00 to 11-01 00:00'],
  ['errors between Monday and Wednesday', `11-16 00:00 to ${until}`],
  ['errors between Thursday and Saturday', '11-12 00:00 to 11-15 00:00'],
  ['errors from Friday to Monday', '11-13 00:00 to 11-17 00:00'],
  ['errors since 9am', `11-18 09:00 to ${until}`],
  ['errors since 21:00', `11-17 21:00 to ${until}`],
  ['errors since yesterday at 8:15 pm', `11-17 20:15 to ${until}`],
  ['errors on 16 November', '11-16 00:00 to 11-17 00:00'],
  ['errors on Nov 3rd', '11-03 00:00 to 11-04 00:00'],
  ['errors 2026-11-16', '11-16 00:00 to 11-17 00:00'],
  ['errors from 1 to 5 November', '11-01 00:00 to 11-06 00:00'],
  ['errors in October', '10-01 00:00 to 11-01 00:00'],
  ['errors over the weekend', '11-14 00:00 to 11-16 00:00'],
  ['errors this morning', '11-18 00:00 to 11-18 12:00'],
  ['errors overnight', '11-17 18:00 to 11-18 09:00'],
  ['errors 2 days ago', '11-16 00:00 to 11-17 00:00'],
  ['errors between 9am and 11am', '11-18 09:00 to 11-18 11:00'],
  ['errors in monday.com since Monday', `11-16 00:00 to ${until}`],
  ['errors in "This Week" today', `11-18 00:00 to ${until}`],
];

const point: fc.Arbitrary<TimePoint> = fc.oneof(
  fc.record({
    ago: fc.nat({ max: 500 }),
    unit: fc.constantFrom('minute' as const, 'hour' as const, 'day' as const, 'week' as const, 'month' as const),
  }),
  fc.record(
    {
      day: fc.constantFrom('today', 'yesterday', 'monday', 'sunday', '2026-03-29', '2030-01-01', '02-29', '11', 'junk'),
      time: fc.constantFrom('00:00', '02:30', '09:00', '23:59'),
    },
    { requiredKeys: ['day'] },
  ),
  fc.record(
    { begin: fc.constantFrom('day' as const, 'week' as const, 'month' as const), back: fc.nat({ max: 12 }) },
    { requiredKeys: ['begin'] },
  ),
);
const window: fc.Arbitrary<TimeWindow> = fc.record({ from: point, to: point }, { requiredKeys: ['from'] });
const instant = fc.date({ min: new Date('2024-01-01'), max: new Date('2028-12-31'), noInvalidDate: true });
const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/Sao_Paulo', 'Asia/Kolkata', 'Pacific/Kiritimati');

describe('a time window', () => {
  for (const [text, expected] of windows) {
    it(`is read out of “${text}”`, () => {
      assert.equal(told(text), expected);
    });
  }

  it('is not read out of names', () => {
    for (const text of [
      "what's wrong with Monday?",
      'how is Monday doing',
      'status of Friday App',
      'who failed in monday',
      'alice may fail',
      'errors in 365',
      'was April skipped in Slack',
      'errors on 01/02/2026',
    ])
      assert.equal(takeWindow(text).window, undefined, text);
  });

  it('never ends before it begins, whatever is asked, and is the same every time', () => {
    fc.assert(
      fc.property(window, instant, zones, (asked, at, timeZone) => {
        const first = resolveWindow(asked, at, timeZone);

        assert.ok(first.from <= first.to);
        assert.deepEqual(resolveWindow(asked, at, timeZone), first);
        assert.ok(first.to <= at || first.from > at || first.from.getTime() === first.to.getTime());
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes a weekday for the last one, today being one of them', () => {
    fc.assert(
      fc.property(instant, zones, fc.constantFrom('monday', 'thursday', 'sunday'), (at, timeZone, day) => {
        const { from } = resolveWindow({ from: { day } }, at, timeZone);
        const here = DateTime.fromJSDate(from, { zone: timeZone });

        assert.equal(here.weekdayLong?.toLowerCase(), day);
        const days = DateTime.fromJSDate(at, { zone: timeZone }).startOf('day').diff(here.startOf('day'), 'days').days;
        assert.ok(days >= 0 && days < 7, `${days}`);
      }),
    );
  });

  it('counts the days of the asker’s calendar where the clocks change', () => {
    const spring = resolveWindow(
      { from: { day: '2026-03-29' }, to: { day: '2026-03-29' } },
      new Date('2026-04-02T00:00:00Z'),
      zone,
    );
    const autumn = resolveWindow(
      { from: { day: '2026-10-25' }, to: { day: '2026-10-25' } },
      new Date('2026-11-02T00:00:00Z'),
      zone,
    );

    assert.equal((spring.to.getTime() - spring.from.getTime()) / 3_600_000, 23);
    assert.equal((autumn.to.getTime() - autumn.from.getTime()) / 3_600_000, 25);
  });

  it('is known to lie ahead by its beginning', () => {
    const { from, to } = resolveWindow({ from: { day: '2026-12-24' }, to: { day: '2026-12-24' } }, now, zone);

    assert.ok(from > now && to > from);
  });
});

describe('a point ahead', () => {
  const ahead = (asked: TimePoint) =>
    DateTime.fromJSDate(resolveAhead(asked, now, zone), { zone }).toFormat('LL-dd HH:mm');

  it('is the next one', () => {
    assert.equal(ahead({ day: 'tomorrow' }), '11-19 00:00');
    assert.equal(ahead({ day: 'monday' }), '11-23 00:00');
    assert.equal(ahead({ day: 'wednesday', time: '17:00' }), '11-18 17:00');
    assert.equal(ahead({ day: 'wednesday', time: '09:00' }), '11-25 09:00');
    assert.equal(ahead({ day: 'today', time: '09:00' }), '11-19 09:00');
    assert.equal(ahead({ day: '12-01' }), '12-01 00:00');
    assert.equal(ahead({ begin: 'week' }), '11-23 00:00');
  });
});
