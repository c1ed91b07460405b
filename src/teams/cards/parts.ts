import type { Question } from '../../questions/question.ts';
import type { Link, WordedEvidence, WordedFix } from '../../words/worded.ts';
import type {
  AdaptiveCard,
  ColumnSet,
  Container,
  Element,
  Execute,
  OpenUrl,
  RichTextBlock,
  Spacing,
  TapData,
  TextBlock,
  TextRun,
  ToggleVisibility,
  Verb,
} from './elements.ts';
import type { CardLabels } from './labels.ts';

/** A paragraph. Whatever stands in it stays text: a TextRun knows no Markdown, mention or link. */
export function paragraph(text: string, look: Omit<TextRun, 'type' | 'text'> = {}, spacing?: Spacing): RichTextBlock {
  // An empty run is refused by some clients.
  return { type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: text === '' ? ' ' : text, ...look }], spacing };
}

/** A paragraph that explains another one. */
export function small(text: string, spacing: Spacing = 'None'): RichTextBlock {
  return paragraph(text, { size: 'Small', isSubtle: true }, spacing);
}

/** The title of a section, in our own words only: it is read as Markdown, and as a heading by screen readers. */
export function sectionTitle(text: string): TextBlock {
  return {
    type: 'TextBlock',
    text,
    wrap: true,
    size: 'Default',
    weight: 'Bolder',
    style: 'heading',
    spacing: 'Medium',
  };
}

/** Numbered steps, each with who does it and where. */
export function steps(fix: readonly WordedFix[]): ColumnSet[] {
  return fix.map((step, index) => ({
    type: 'ColumnSet',
    spacing: 'Small',
    columns: [
      {
        type: 'Column',
        width: 'auto',
        items: [paragraph(`${index + 1}`, { weight: 'Bolder', color: 'Accent' })],
      },
      {
        type: 'Column',
        width: 'stretch',
        items: [paragraph(step.text), whoAndWhere(step)],
      },
    ],
  }));
}

function whoAndWhere({ ownerName, path }: WordedFix): RichTextBlock {
  const look = { size: 'Small', isSubtle: true } as const;
  const owner: TextRun = { type: 'TextRun', text: ownerName, weight: 'Bolder', ...look };
  const inlines = path ? [owner, { type: 'TextRun', text: ` · ${path}`, ...look } as const] : [owner];
  return { type: 'RichTextBlock', inlines, spacing: 'None' };
}

/** Part of a card that a button unfolds. */
export function folded(id: string, title: string, items: readonly Element[]): Container {
  return {
    type: 'Container',
    id,
    isVisible: false,
    style: 'emphasis',
    spacing: 'Medium',
    items: [sectionTitle(title), ...items],
  };
}

/** One fact with its source, step, time and id. */
export function evidenceItems(evidence: readonly WordedEvidence[], labels: CardLabels): Element[] {
  return evidence.flatMap((fact) => {
    const where = [labels.sources[fact.source], fact.step, fact.when, fact.ref];
    return [
      paragraph(fact.text, {}, 'Small'),
      small(where.filter((part) => part !== undefined && part !== '').join(' · ')),
    ];
  });
}

export function unfold(id: string, title: string): ToggleVisibility {
  return { type: 'Action.ToggleVisibility', title, targetElements: [id] };
}

/** A button that asks something, with the same data for clients that know only Action.Submit. */
export function tap(
  title: string,
  verb: Verb,
  asked: { readonly question: Question } | { readonly text: string },
): Execute {
  const data: TapData = { verb, v: 1, ...asked };
  return { type: 'Action.Execute', title, verb, data, fallback: { type: 'Action.Submit', title, data } };
}

export function open(title: string, link: Link | undefined): OpenUrl[] {
  return link ? [{ type: 'Action.OpenUrl', title, url: link.url }] : [];
}

/** Something to tap that takes the whole width: names are longer than buttons. */
export function row(title: string, detail: string, action: Execute): Container {
  const items: Element[] = [paragraph(title, { weight: 'Bolder', color: 'Accent' })];
  return {
    type: 'Container',
    style: 'emphasis',
    spacing: 'Small',
    items: detail === '' ? items : [...items, small(detail)],
    selectAction: action,
  };
}

export function card(
  fallbackText: string,
  labels: CardLabels,
  parts: Pick<AdaptiveCard, 'body' | 'actions'>,
): AdaptiveCard {
  return {
    type: 'AdaptiveCard',
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    version: '1.5',
    lang: labels.language,
    fallbackText,
    ...parts,
  };
}
