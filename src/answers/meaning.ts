import { recognise } from '../diagnosis/catalogue/catalogue.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import type { Evidence, LogEntry, Subject } from '../diagnosis/evidence.ts';
import { readSkipText } from '../diagnosis/scope-evidence.ts';
import { parsePastedEntry } from '../entra/pasted-entry.ts';
import type { MeaningQuestion } from '../questions/question.ts';
import type { MeaningAnswer } from './answer.ts';
