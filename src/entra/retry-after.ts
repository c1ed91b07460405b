/** Nothing sensible asks to wait longer than a day; a broken date must not park a read for years. */
const longestMs = 24 * 60 * 60 * 1000;

/**
 * Milliseconds that a Retry-After header asks to wait: seconds, also fractional ("2.128"), or an HTTP date.
 * undefined when there is none, or when it makes no sense. Source: throttling guidance of Microsoft Graph; RFC 9110, 10.2.3.
 */
export function parseRetryAfter(value: string | undefined, now: Date): number | undefined {
  const text = value?.trim();
  if (!text) return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(Math.ceil(Number(text) * 1000), longestMs);
  // Only dates that name a day: Date.parse takes far more for a date than HTTP does.
  if (!/^[A-Za-z]{3,9},? /.test(text)) return undefined;
  const at = Date.parse(text);
  if (Number.isNaN(at)) return undefined;
  return Math.min(Math.max(at - now.getTime(), 0), longestMs);
}
