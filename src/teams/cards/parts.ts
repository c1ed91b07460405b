import type { Question } from '../../questions/question.ts';
import { isPortalLink } from '../../words/portal-links.ts';
import type { Link, WordedFix } from '../../words/worded.ts';
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
import { escapeMarkdown, hasLongWord, inert } from './plain-text.ts';

type Look = Omit<TextRun, 'type' | 'text'>;

/** The reason or the question: what is read first, by eye and by screen reader. */
export function heading(text: string, spacing?: Spacing): TextBlock {
  const shown = escapeMarkdown(text);
  return { type: 'TextBlock', text: shown, wrap: true, size: 'Large', weight: 'Bolder', style: 'heading', spacing };
}

/** The title of a section, in our own words only. */
export function sectionTitle(text: string, spacing: Spacing = 'Medium'): TextBlock {
  return { type: 'TextBlock', text, wrap: true, size: 'Default', weight: 'Bolder', style: 'heading', spacing };
}

/** A paragraph. Whatever stands in it stays text. */
export function paragraph(text: string, look: Look = {}, spacing?: Spacing): RichTextBlock | TextBlock {
  if (hasLongWord(text)) return { type: 'TextBlock', text: escapeMarkdown(text), wrap: true, ...look, spacing };
  return { type: 'RichTextBlock', inlines: [run(text, look)], spacing };
}

/** A small line that begins with a word of ours in bold: a verdict, an owner, a source. */
export function lineOf(word: string, rest: string, spacing?: Spacing): RichTextBlock | TextBlock {
  if (hasLongWord(rest)) {
    return { type: 'TextBlock', text: `**${word}** ${escapeMarkdown(rest)}`, wrap: true, size: 'Small', spacing };
  }
  const inlines = [run(word, { size: 'Small', weight: 'Bolder' }), ...(rest === '' ? [] : [run(rest, quiet)])];
  return { type: 'RichTextBlock', inlines, spacing };
}

/** A paragraph that explains another one. */
export function small(text: string, spacing: Spacing = 'None'): RichTextBlock | TextBlock {
  return paragraph(text, quiet, spacing);
}

const quiet: Look = { size: 'Small', isSubtle: true };

/** A piece of a paragraph with a look of its own. */
export function run(text: string, look: Look = {}): TextRun {
  // An empty run is refused by some clients.
  return { type: 'TextRun', text: text === '' ? ' ' : inert(text), ...look };
}

/** A line across the card about the card itself: that more of it is to come. */
export function notice(text: string): Container {
  return {
    type: 'Container',
    style: 'emphasis',
    bleed: true,
    items: [paragraph(text, { size: 'Small', weight: 'Bolder' })],
  };
}

/** Numbered steps, each with who does it, where to click and what to expect. */
export function steps(fix: readonly WordedFix[]): ColumnSet[] {
  return fix.map((step, index) => ({
    type: 'ColumnSet',
    spacing: index === 0 ? 'Small' : 'Default',
    columns: [
      { type: 'Column', width: 'auto', items: [paragraph(`${index + 1}`, { weight: 'Bolder', color: 'Accent' })] },
      { type: 'Column', width: 'stretch', items: [paragraph(step.text), ...whoAndWhere(step)] },
    ],
  }));
}

function whoAndWhere({ ownerName, menu, after }: WordedFix): Element[] {
  const who = lineOf(ownerName, menu ? ` · ${menu}` : '', 'None');
  return after ? [who, small(after)] : [who];
}

/** Part of a card that a button unfolds. */
export function folded(id: string, title: string, items: readonly Element[]): Container {
  return {
    type: 'Container',
    id,
    isVisible: false,
    style: 'emphasis',
    spacing: 'Medium',
    items: [sectionTitle(title, 'None'), ...items],
  };
}

export function unfold(id: string, title: string): ToggleVisibility {
  return { type: 'Action.ToggleVisibility', title, targetElements: [id] };
}

/** A button that asks something, with the same data for clients that know only Action.Submit. */
export function tap(
  title: string,
  verb: Verb,
  asked: ({ readonly question: Question } | { readonly text: string }) & { readonly of?: string },
): Execute {
  const data: TapData = { verb, v: 1, ...asked };
  const shown = inert(title);
  return { type: 'Action.Execute', title: shown, verb, data, fallback: { type: 'Action.Submit', title: shown, data } };
}

/** The page in the admin center as a button; what there is to read goes into the overflow menu. */
export function opening(links: readonly Link[], labels: CardLabels): OpenUrl[] {
  const page = links.find(({ url }) => isPortalLink(url));
  const reading = links.filter(({ url }) => !isPortalLink(url)).slice(0, 2);
  return [
    ...(page ? [{ type: 'Action.OpenUrl', title: labels.openInEntra, url: page.url } as const] : []),
    ...reading.map(
      ({ title, url }) => ({ type: 'Action.OpenUrl', title: inert(title), url, mode: 'secondary' }) as const,
    ),
  ];
}

/** Something to tap that takes the whole width: names are longer than buttons. */
export function row(title: string, detail: string, action: Execute, spacing: Spacing = 'Small'): Container {
  const items: Element[] = [paragraph(title, { weight: 'Bolder', color: 'Accent' })];
  return {
    type: 'Container',
    style: 'emphasis',
    spacing,
    items: detail === '' ? items : [...items, small(detail)],
    selectAction: action,
  };
}

/** The same as one of many: without a field, so that ten fit on a phone. */
export function listRow(title: string, detail: string, action?: Execute): Container {
  const name = paragraph(title, { weight: 'Bolder', ...(action && { color: 'Accent' }) });
  const items: Element[] = [name, ...(detail === '' ? [] : [small(detail)])];
  return { type: 'Container', spacing: 'Small', separator: true, items, ...(action && { selectAction: action }) };
}

/** Questions to try, each to tap. */
export function examples(texts: readonly string[], labels: CardLabels): Element[] {
  if (texts.length === 0) return [];
  return [sectionTitle(labels.tryThese), ...texts.map((text) => row(text, '', tap(text, 'ask', { text })))];
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
    fallbackText: escapeMarkdown(fallbackText) || labels.cannotBeShown,
    ...parts,
  };
}
