/** What the operator reads. Ids and codes only: never names, values or the text of a question. */
export interface AskLogger {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
