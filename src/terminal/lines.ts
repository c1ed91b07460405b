import type { WordedEvidence, WordedFix } from '../words/worded.ts';

/** Styles a text, or leaves it as it is where the terminal shows no colours. */
export type Style = (style: 'bold' | 'dim' | 'underline', text: string) => string;

/** Numbered steps, each with who does it, where to click and the page. */
export function fixes(steps: readonly WordedFix[]): string[] {
  return steps.flatMap((step, index) => {
    const link = step.link === steps[index - 1]?.link ? undefined : step.link;
    const rest = [step.path, link].filter((part) => part !== undefined);
    return [`${index + 1}. ${step.text} (${step.ownerName})`, ...rest.map((part) => `   ${part}`)];
  });
}

/** A fact with where and when it was read. */
export function proof(evidence: WordedEvidence): string {
  const where = [evidence.when, evidence.step, evidence.ref].filter((part) => part !== undefined && part !== '');
  return where.length > 0 ? `${evidence.text} (${where.join(', ')})` : evidence.text;
}

/** Lines under a title; nothing where there are none. */
export function section(title: string, lines: readonly string[], style: Style): string[] {
  if (lines.length === 0) return [];
  return ['', style('underline', title), ...lines.map((line) => `  ${line}`)];
}
