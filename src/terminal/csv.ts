import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { stringify } from 'csv-stringify';
import type { Row } from '../answers/answer.ts';
import { columns, type ListKind, wordRow } from '../words/rows.ts';
import type { Reader } from '../words/worded.ts';

/** Everybody of an answer as CSV, written as they are found. */
export interface CsvList {
  /** Resolves when there is room for more, so that a slow pipe does not fill the memory. */
  readonly write: (row: Row) => Promise<void>;
  readonly end: () => Promise<void>;
}

/** A header line and a line a person. Names that a spreadsheet would take for formulas are made plain. */
export function csvList(kind: ListKind, output: Writable, reader: Reader): CsvList {
  const rows = stringify({ header: true, columns: [...columns[kind]], escape_formulas: true });
  rows.pipe(output, { end: false });
  return {
    async write(row) {
      if (!rows.write(wordRow(row, reader))) await once(rows, 'drain');
    },
    async end() {
      rows.end();
      await once(rows, 'end');
    },
  };
}
