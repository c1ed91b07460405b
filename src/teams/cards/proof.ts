import type { WordedEvidence } from '../../words/worded.ts';
import type { Element } from './elements.ts';
import type { CardLabels } from './labels.ts';
import { lineOf, paragraph, small } from './parts.ts';

/** The facts by where and when they were read: the source, the local time and the log entry's id once, then each fact with its step. */
export function proofItems(evidence: readonly WordedEvidence[], labels: CardLabels): Element[] {
  return grouped(evidence).flatMap((facts, index) => {
    const [first] = facts;
    const where = [first.when, first.ref].filter((part) => part !== undefined && part !== '').join(' · ');
    return [
      lineOf(labels.sources[first.source], where === '' ? '' : ` · ${where}`, index === 0 ? 'Small' : 'Medium'),
      ...facts.flatMap(({ text, step }) => [paragraph(text, {}, 'Small'), ...(step ? [small(step)] : [])]),
    ];
  });
}

type Group = readonly [WordedEvidence, ...WordedEvidence[]];

function grouped(evidence: readonly WordedEvidence[]): readonly Group[] {
  const groups = new Map<string, [WordedEvidence, ...WordedEvidence[]]>();
  for (const fact of evidence) {
    const key = [fact.source, fact.when, fact.ref].join('\n');
    const group = groups.get(key);
    if (group) group.push(fact);
    else groups.set(key, [fact]);
  }
  return [...groups.values()];
}
