/** The part of Adaptive Cards 1.5 that Skipper uses. Source: https://adaptivecards.io/explorer, as Teams renders it. */
export interface AdaptiveCard {
  readonly type: 'AdaptiveCard';
  readonly $schema: 'http://adaptivecards.io/schemas/adaptive-card.json';
  readonly version: '1.5';
  readonly lang: string;
  readonly fallbackText: string;
  readonly body: readonly Element[];
  readonly actions?: readonly Action[];
  readonly msteams?: { readonly width: 'Full' };
}

export type Element = TextBlock | RichTextBlock | Container | ColumnSet | ActionSet;

export interface TextBlock {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly style?: 'heading';
  readonly size?: Size;
  readonly weight?: 'Bolder';
  readonly color?: Colour;
  readonly isSubtle?: boolean;
  readonly fontType?: 'Monospace';
  readonly spacing?: Spacing;
}

/** Text that is never read as Markdown, so nothing in it can become a link, a mention or a style. */
export interface RichTextBlock {
  readonly type: 'RichTextBlock';
  readonly inlines: readonly TextRun[];
  readonly spacing?: Spacing;
}

export interface TextRun {
  readonly type: 'TextRun';
  readonly text: string;
  readonly size?: Size;
  readonly weight?: 'Bolder';
  readonly color?: Colour;
  readonly isSubtle?: boolean;
  readonly fontType?: 'Monospace';
}

export interface Container {
  readonly type: 'Container';
  readonly id?: string;
  readonly items: readonly Element[];
  readonly style?: ContainerStyle;
  readonly isVisible?: boolean;
  readonly spacing?: Spacing;
  readonly separator?: boolean;
  readonly bleed?: boolean;
  readonly selectAction?: Execute;
}

export interface ColumnSet {
  readonly type: 'ColumnSet';
  readonly columns: readonly Column[];
  readonly spacing?: Spacing;
  readonly separator?: boolean;
}

export interface Column {
  readonly type: 'Column';
  readonly width: 'auto' | 'stretch' | `${number}px`;
  readonly items: readonly Element[];
  readonly verticalContentAlignment?: 'Top' | 'Center';
}

export interface ActionSet {
  readonly type: 'ActionSet';
  readonly actions: readonly Action[];
  readonly spacing?: Spacing;
}

export type Action = Execute | OpenUrl | ToggleVisibility;

/** Answered in place; clients that do not know it send the same data as a message. */
export interface Execute {
  readonly type: 'Action.Execute';
  readonly title: string;
  readonly verb: Verb;
  readonly data: TapData;
  readonly fallback: Submit;
}

export interface Submit {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly data: TapData;
}

export interface OpenUrl {
  readonly type: 'Action.OpenUrl';
  readonly title: string;
  readonly url: string;
  /** In the overflow menu. */
  readonly mode?: 'secondary';
}

export interface ToggleVisibility {
  readonly type: 'Action.ToggleVisibility';
  readonly title: string;
  readonly targetElements: readonly string[];
}

/** `open`: the answer goes into a message of its own, and the card stays; all others change the card. */
export type Verb = 'checkAgain' | 'choose' | 'ask' | 'open' | 'showToMe';

/** What a button carries. It comes back from a client that anybody can forge: the edge checks it. */
export interface TapData {
  readonly verb: Verb;
  readonly v: 1;
  readonly question?: unknown;
  readonly text?: string;
  /** The correlation id of the answer that the card shows. */
  readonly of?: string;
}

export type Size = 'Small' | 'Default' | 'Medium' | 'Large';
export type Colour = 'Default' | 'Accent' | 'Good' | 'Warning' | 'Attention';
export type Spacing = 'None' | 'Small' | 'Default' | 'Medium' | 'Large';
export type ContainerStyle = 'default' | 'emphasis' | 'good' | 'attention' | 'warning' | 'accent';
