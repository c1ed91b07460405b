/** A language that is understood as far as its plainest questions go. BCP 47. */
export const otherLanguages = ['de', 'fr', 'es', 'pt', 'it', 'nl', 'pl', 'ja'] as const;

export type OtherLanguage = (typeof otherLanguages)[number];

/** The small words by which a language is told, folded. English ones count against all of them. */
const smallWords: Readonly<Record<Exclude<OtherLanguage, 'ja'> | 'en', ReadonlySet<string>>> = {
  en: words('the is why was what in for not has did how does are can who when this to and my please with of from'),
  de: words(
    'warum ist nicht wurde der die das und ich wie wer was hat bei mit fur den dem ein eine kein keine noch bitte seit wann fehlt zugang',
  ),
  fr: words(
    'pourquoi est pas dans le la les des une pour avec sur qui quand comment je nous il elle a ete aucun depuis merci bonjour acces sont',
  ),
  es: words(
    'por que no esta el la los las en de para con una como quien cuando tiene hay ha sido desde gracias hola aun todavia acceso estan',
  ),
  pt: words(
    'por que nao esta o os as em na no para com uma como quem quando tem foi desde obrigado obrigada ola ainda acesso estao conta do da',
  ),
  it: words(
    'perche non e il lo la gli in nel nella per con una come chi quando ha stato da grazie ciao ancora accesso sono manca',
  ),
  nl: words(
    'waarom is niet het de een in voor met hoe wie wanneer heeft van geen nog sinds graag alstublieft toegang zijn werkt kan',
  ),
  pl: words(
    'dlaczego nie jest w na do dla z kto kiedy jak ma czy od jeszcze prosze dziekuje czesc konto brak zostal sa',
  ),
};

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** So many small words tell a language. */
const enough = 2;

/** The language of a text, where it is one of the others and plainly not English. `folded`: its words, folded. */
export function otherLanguageOf(source: string, folded: readonly string[]): OtherLanguage | undefined {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(source)) return 'ja';
  const counted = Object.entries(smallWords)
    .map(([language, small]) => ({ language, count: folded.filter((word) => small.has(word)).length }))
    .sort((a, b) => b.count - a.count);
  const [best] = counted;
  const english = counted.find(({ language }) => language === 'en')?.count ?? 0;
  if (!best || best.count < enough || best.count <= english) return undefined;
  return otherLanguages.find((one) => one === best.language);
}
