import { and, asc, eq, gt, gte, lt, or, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import { z } from 'zod/v4';
import type { AuditRecord, AuditTrail } from '../answers/audit.ts';
import type { Db } from './database.ts';
import { audit } from './schema.ts';

/** Which lines to read; all of them when empty. Names and addresses are compared without case. */
export interface AuditFilter {
  /** Who asked, or about whom: an object id, a name or an address. */
  readonly person?: string;
  /** An id or a name. */
  readonly app?: string;
  readonly from?: Date;
  /** Not itself included. */
  readonly to?: Date;
}

export interface Audit extends AuditTrail {
  /** Oldest first, read page by page. */
  read(filter: AuditFilter): AsyncIterable<AuditRecord>;
  /** Deletes what is older; gives how many. */
  prune(before: Date): Promise<number>;
}

type Row = typeof audit.$inferSelect;
const pageSize = 500;
const ids = z.array(z.string()).catch([]);

/** The audit in the store's database. `newId` gives UUIDs. */
export function createAudit(db: Db, newId: () => string): Audit {
  return {
    async record(record) {
      await db.insert(audit).values({ id: newId(), ...toRow(record) });
    },
    async *read(filter) {
      let last: Row | undefined;
      for (;;) {
        const page: Row[] = await db
          .select()
          .from(audit)
          .where(and(...conditions(filter), last && after(last)))
          .orderBy(asc(audit.at), asc(audit.id))
          .limit(pageSize);
        for (const row of page) yield toRecord(row);
        last = page.at(-1);
        if (page.length < pageSize) return;
      }
    },
    async prune(before) {
      const gone = await db.delete(audit).where(lt(audit.at, before)).returning({ id: audit.id });
      return gone.length;
    },
  };
}

function conditions({ person, app, from, to }: AuditFilter) {
  const same = (column: AnyPgColumn, value: string) => sql`lower(${column}) = ${value.toLowerCase()}`;
  const anyOf = (value: string, columns: readonly AnyPgColumn[]) => or(...columns.map((column) => same(column, value)));
  return [
    person === undefined
      ? undefined
      : anyOf(person, [audit.objectId, audit.askerName, audit.subjectId, audit.subjectName]),
    app === undefined ? undefined : anyOf(app, [audit.appId, audit.appName]),
    from && gte(audit.at, from),
    to && lt(audit.at, to),
  ];
}

/** What comes after a line in the order of reading. */
function after({ at, id }: Row) {
  return or(gt(audit.at, at), and(eq(audit.at, at), gt(audit.id, id)));
}

function toRow({ askerId, kind, graphRequestIds, at, ...rest }: AuditRecord): Omit<typeof audit.$inferInsert, 'id'> {
  return { ...rest, at: new Date(at), objectId: askerId, questionKind: kind, graphRequestIds };
}

function toRecord({ id: _id, objectId, questionKind, graphRequestIds, at, ...rest }: Row): AuditRecord {
  const told = { ...rest, askerId: objectId, kind: questionKind };
  const present = Object.entries(told).filter(([, value]) => value !== null);
  return {
    ...(Object.fromEntries(present) as unknown as AuditRecord),
    at: at.toISOString(),
    graphRequestIds: ids.parse(graphRequestIds),
  };
}
