import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import { parseHTML } from 'linkedom';
import MarkdownIt from 'markdown-it';

/** What a card looks like once it is rendered, as far as tests ask. */
export interface Rendered {
  /** The HTML elements that Markdown or HTML in a text has made, such as A, EM, STRONG. */
  readonly live: readonly { readonly tag: string; readonly text: string; readonly href?: string }[];
  /** The text as a person reads it. */
  readonly text: string;
  readonly headings: readonly string[];
}

interface Node {
  readonly tagName: string;
  readonly textContent: string | null;
  querySelectorAll(selector: string): Iterable<Node>;
  getAttribute(name: string): string | null;
}

const made =
  'a, em, strong, code, pre, img, ul, ol, li, blockquote, h1, h2, h3, h4, h5, h6, hr, table, script, iframe, del, s, at, mark';

/**
 * The published renderer in a world of its own, with Markdown read more generously than any client does: HTML is let
 * through and bare addresses become links.
 */
export function createRenderer(): (card: object) => Rendered {
  const dom: Record<string, unknown> & { window: { HTMLElement: { prototype: object }; HTMLButtonElement: unknown } } =
    parseHTML('<html><body></body></html>') as never;
  // linkedom's innerText can only be read.
  Object.defineProperty(dom.window.HTMLElement.prototype, 'innerText', {
    configurable: true,
    get(this: { textContent: string }) {
      return this.textContent;
    },
    set(this: { textContent: string }, text: string) {
      this.textContent = text;
    },
  });
  const markdown = new MarkdownIt({ html: true, linkify: true });
  const silent = { warn() {}, error() {}, log() {} };
  const world = createContext({
    document: dom.document,
    window: dom.window,
    HTMLElement: dom.window.HTMLElement,
    HTMLButtonElement: dom.window.HTMLButtonElement,
    navigator: {},
    console: silent,
    markdown: (text: string) => markdown.render(text),
  });
  const require = createRequire(import.meta.url);
  runInContext('var self = globalThis;', world);
  runInContext(readFileSync(require.resolve('adaptivecards/dist/adaptivecards.js'), 'utf8'), world);
  const render = runInContext(
    `AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
       result.outputHtml = markdown(text);
       result.didProcess = true;
     };
     (json) => {
       const card = new AdaptiveCards.AdaptiveCard();
       card.parse(JSON.parse(json));
       return card.render();
     }`,
    world,
  ) as (json: string) => Node;

  return (card) => {
    const element = render(JSON.stringify(card));
    return {
      live: [...element.querySelectorAll(made)].map((one) => ({
        tag: one.tagName,
        text: one.textContent ?? '',
        href: one.getAttribute('href') ?? undefined,
      })),
      text: element.textContent ?? '',
      headings: [...element.querySelectorAll('[role=heading]')].map(({ textContent }) => textContent ?? ''),
    };
  };
}
