import type { Question } from '../questions/question.ts';
import type { Answer } from './answer.ts';
import type { AskRequest } from './ask.ts';
import { type AuditTrail, auditRecordsOf } from './audit.ts';
import type { Turn } from './turn.ts';

/** The lines of one turn in the audit. What cannot be written down does not take place. */
export interface Ledger {
  /** How surely the text was understood, once that is known. */
  understood(confidence: number | undefined): void;
  /** Before something is changed or shown on the way. False: it could not be written. Written once. */
  begin(question: Question | undefined): Promise<boolean>;
  /** Before the answer is given. False: it could not be written. */
  end(question: Question | undefined, answer: Answer): Promise<boolean>;
}

interface LedgerParts {
  readonly audit: AuditTrail;
  readonly request: AskRequest;
  readonly turn: Pick<Turn, 'reads' | 'now'>;
  /** Whether the operator keeps what was typed. */
  readonly keepsText: boolean;
  readonly onFailure: (error: unknown) => void;
}

/** A ledger for one turn; without an audit, as in a terminal, everything takes place. */
export function createLedger(audit: AuditTrail | undefined, parts: Omit<LedgerParts, 'audit'>): Ledger {
  if (audit === undefined) return { understood() {}, begin: async () => true, end: async () => true };
  const { request, turn, keepsText, onFailure } = parts;
  let begun: Promise<boolean> | undefined;
  let confidence: number | undefined;
  const write = async (question: Question | undefined, answer?: Answer): Promise<boolean> => {
    const facts = { at: turn.now.toISOString(), graphRequestIds: turn.reads.requestIds(), keepsText };
    try {
      for (const record of auditRecordsOf({ ...request, confidence }, question, answer, facts))
        await audit.record(record);
      return true;
    } catch (error) {
      onFailure(error);
      return false;
    }
  };
  return {
    understood(sure) {
      confidence = sure;
    },
    begin(question) {
      begun ??= write(question);
      return begun;
    },
    end: write,
  };
}
