import { and, asc, desc, eq, gt, gte, isNotNull, lt, ne, or, sql } from 'drizzle-orm';
import { type AnyPgColumn, alias } from 'drizzle-orm/pg-core';
import { z } from 'zod/v4';
import type { AuditRecord, AuditTrail, Misread } from '../answers/audit.ts';
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
  /** What was misread and then tapped, newest first, read page by page. */
  misread(): AsyncIterable<Misread>;
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
    async *misread() {
      let last: MisreadRow | undefined;
      for (;;) {
        const page = await misreadPage(db, last);
        for (const row of page) yield toMisread(row);
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

const asked = alias(audit, 'asked');
// Outcomes as answers/audit.ts writes them.
const begun = 'begun';
const didYouMean = 'choice question';

/**
 * Taps with the line of the answer that they correct. Whoever chooses one of two people of a name was not misread: only
 * another kind of question counts, or an answer that asked which question is meant. A tap can be forged: it counts only
 * in the conversation of that answer.
 */
async function misreadPage(db: Db, last: MisreadRow | undefined): Promise<readonly MisreadRow[]> {
  return db
    .select({
      id: audit.id,
      at: audit.at,
      meant: audit.questionKind,
      understoodAs: asked.questionKind,
      confidence: asked.confidence,
      text: asked.text,
    })
    .from(audit)
    .innerJoin(
      asked,
      and(
        eq(asked.correlationId, audit.corrects),
        ne(asked.outcome, begun),
        eq(asked.how, 'typed'),
        sql`${asked.conversationId} is not distinct from ${audit.conversationId}`,
      ),
    )
    .where(
      and(
        isNotNull(audit.corrects),
        isNotNull(audit.questionKind),
        ne(audit.outcome, begun),
        or(sql`${asked.questionKind} is distinct from ${audit.questionKind}`, eq(asked.outcome, didYouMean)),
        last && or(lt(audit.at, last.at), and(eq(audit.at, last.at), lt(audit.id, last.id))),
      ),
    )
    .orderBy(desc(audit.at), desc(audit.id))
    .limit(pageSize);
}

type MisreadRow = Pick<Row, 'id' | 'at' | 'confidence' | 'text'> & {
  readonly meant: string | null;
  readonly understoodAs: string | null;
};

function toMisread({ at, meant, understoodAs, confidence, text }: MisreadRow): Misread {
  const told = { understoodAs, confidence, meant, text };
  const present = Object.entries(told).filter(([, value]) => value !== null);
  return { at: at.toISOString(), ...(Object.fromEntries(present) as Omit<Misread, 'at'>) };
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
