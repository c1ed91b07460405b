/** Why the store cannot be used. `locked`: another process has the folder. `newer`: the database is of a later Skipper. */
export type StoreErrorCode = 'locked' | 'newer' | 'unreachable';

/** What keeps the bot from starting, in words for its operator. */
export class StoreError extends Error {
  readonly code: StoreErrorCode;

  constructor(code: StoreErrorCode, message: string, cause?: unknown) {
    super(message, { cause });
    this.name = 'StoreError';
    this.code = code;
  }
}
