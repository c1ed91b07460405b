/** Host configurations like those of the Teams client, for its three themes. Colours as Teams' own design tokens have them. */
interface Colours {
  readonly text: string;
  readonly subtle: string;
  readonly accent: string;
  readonly good: string;
  readonly warning: string;
  readonly attention: string;
  readonly background: string;
  readonly emphasis: string;
  readonly tints: {
    readonly good: string;
    readonly warning: string;
    readonly attention: string;
    readonly accent: string;
  };
  readonly border: string;
}

export interface Theme {
  readonly name: string;
  readonly canvas: string;
  readonly colours: Colours;
}

export const themes: readonly Theme[] = [
  {
    name: 'light',
    canvas: '#f5f5f5',
    colours: {
      text: '#242424',
      subtle: '#616161',
      accent: '#5b5fc7',
      good: '#237b4b',
      warning: '#835c00',
      attention: '#c4314b',
      background: '#ffffff',
      emphasis: '#f5f5f5',
      tints: { good: '#e7f2da', warning: '#fbf6d9', attention: '#fcf4f6', accent: '#e8ebfa' },
      border: '#d1d1d1',
    },
  },
  {
    name: 'dark',
    canvas: '#1f1f1f',
    colours: {
      text: '#ffffff',
      subtle: '#adadad',
      accent: '#a6a7dc',
      good: '#92c353',
      warning: '#f2dc8c',
      attention: '#f87c88',
      background: '#292929',
      emphasis: '#1f1f1f',
      tints: { good: '#0d2e0d', warning: '#463100', attention: '#3e1f25', accent: '#2f2f4a' },
      border: '#525252',
    },
  },
  {
    name: 'high-contrast',
    canvas: '#000000',
    colours: {
      text: '#ffffff',
      subtle: '#ffffff',
      accent: '#ffff00',
      good: '#00ff00',
      warning: '#ffff00',
      attention: '#ff5f5f',
      background: '#000000',
      emphasis: '#000000',
      tints: { good: '#000000', warning: '#000000', attention: '#000000', accent: '#000000' },
      border: '#ffffff',
    },
  },
];

/** The configuration that the renderer takes. */
export function hostConfigOf({ colours }: Theme): object {
  const of = (colour: string) => ({ default: colour, subtle: colour === colours.text ? colours.subtle : colour });
  const foregroundColors = {
    default: of(colours.text),
    dark: of(colours.text),
    light: of(colours.text),
    accent: of(colours.accent),
    good: of(colours.good),
    warning: of(colours.warning),
    attention: of(colours.attention),
  };
  const style = (backgroundColor: string) => ({ backgroundColor, borderColor: colours.border, foregroundColors });
  const fonts = (fontFamily: string) => ({
    fontFamily,
    fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
    fontWeights: { lighter: 200, default: 400, bolder: 600 },
  });
  return {
    supportsInteractivity: true,
    spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
    separator: { lineThickness: 1, lineColor: colours.border },
    fontTypes: {
      default: fonts("'Segoe UI', 'Liberation Sans', Arial, sans-serif"),
      monospace: fonts("'Cascadia Mono', 'Liberation Mono', monospace"),
    },
    textStyles: {
      heading: { fontType: 'default', size: 'large', weight: 'bolder', color: 'default', isSubtle: false },
    },
    textBlock: { headingLevel: 2 },
    containerStyles: {
      default: style(colours.background),
      emphasis: style(colours.emphasis),
      good: style(colours.tints.good),
      warning: style(colours.tints.warning),
      attention: style(colours.tints.attention),
      accent: style(colours.tints.accent),
    },
    actions: {
      maxActions: 6,
      buttonSpacing: 8,
      showCard: { actionMode: 'inline', inlineTopMargin: 16, style: 'emphasis' },
      actionsOrientation: 'horizontal',
      actionAlignment: 'left',
    },
    factSet: { title: { weight: 'bolder', wrap: true, maxWidth: 150 }, value: { wrap: true }, spacing: 16 },
  };
}
