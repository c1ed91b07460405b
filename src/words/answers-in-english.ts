import type { OtherLanguage } from '../questions/text/language.ts';

/** Said once to somebody who asks in another language. */
export const answersInEnglish: Readonly<Record<OtherLanguage, string>> = {
  de: 'Ich verstehe einfache Fragen auf Deutsch und antworte auf Englisch.',
  fr: 'Je comprends les questions simples en français et je réponds en anglais.',
  es: 'Entiendo preguntas sencillas en español y respondo en inglés.',
  pt: 'Entendo perguntas simples em português e respondo em inglês.',
  it: 'Capisco domande semplici in italiano e rispondo in inglese.',
  nl: 'Ik begrijp eenvoudige vragen in het Nederlands en antwoord in het Engels.',
  pl: 'Rozumiem proste pytania po polsku i odpowiadam po angielsku.',
  ja: '日本語の簡単な質問は理解できますが、回答は英語になります。',
};
