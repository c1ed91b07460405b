import type { Next, Request, Response } from 'restify';

/** Teams' own limit is 100 KB of UTF-16; written as JSON in UTF-8 a character takes up to six bytes. */
export const maxBodyBytes = 1024 * 1024;

/**
 * Refuses what the body parser would choke on: other types (which a web page could send from a browser), packed bodies
 * (restify counts only their packed size, and a broken one ends the process), and what says of itself that it is too big.
 */
export function guardBody(req: Request, res: Response, next: Next): void {
  const refusal = refusalOf(req);
  if (refusal === undefined) {
    next();
    return;
  }
  // What is still to come of the body is not worth waiting for.
  res.setHeader('connection', 'close');
  res.send(refusal.status, { code: refusal.code, message: refusal.message });
  next(false);
}

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly message: string;
}

function refusalOf(req: Request): Refusal | undefined {
  if (req.headers['content-encoding'] !== undefined) return unsupported('the body must not be packed');
  if (req.getContentType() !== 'application/json') return unsupported('the body must be application/json');
  if (Number(req.headers['content-length']) <= maxBodyBytes || req.isChunked()) return undefined;
  return { status: 413, code: 'PayloadTooLarge', message: `the body exceeds ${maxBodyBytes} bytes` };
}

function unsupported(message: string): Refusal {
  return { status: 415, code: 'UnsupportedMediaType', message };
}
