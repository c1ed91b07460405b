import { tutorialSlugs } from '../diagnosis/catalogue/tutorial-slugs.ts';
import { findTutorial, type Tutorial, tutorialBySlug } from '../diagnosis/catalogue/tutorials.ts';
import type { App } from '../diagnosis/evidence.ts';
import { rankApps } from '../questions/entities/match.ts';
import type { TopicQuestion } from '../questions/question.ts';
import type { Answer, ChoiceAnswer, TopicAnswer } from './answer.ts';
import { settleApp } from './settle-app.ts';
import type { Turn } from './turn.ts';

/** How many tutorials a choice lists at the most. */
const mostListed = 10;

const tutorials: readonly Tutorial[] = Object.entries(tutorialSlugs).map(([app, slug]) => ({ app, slug }));

/**
 * Where it says how an app is set up. A name of the list of tutorials is answered without Graph, whether the tenant has
 * the app or not; else the tenant says what the app is in the gallery. Throws GraphError.
 */
export async function appTutorial(question: TopicQuestion, turn: Turn): Promise<Answer> {
  const text = question.app?.trim();
  if (!text) return { kind: 'notUnderstood', question, text: '', reason: 'missing-app' };
  // A conversation remembers what it left to be chosen by the slug.
  const listed = tutorialBySlug(text) ?? findTutorial([text]);
  if (listed) return told(question, { name: listed.app }, listed);
  const settled = await settleApp(question, text, turn);
  if ('app' in settled) return ofTenant(settled.app, question, turn);
  if (settled.answer.kind === 'choice') return settled.answer;
  const alike = ofSimilarName(text, question);
  if (alike) return alike;
  return settled.answer.candidates.length > 0 ? settled.answer : told(question, { name: text });
}

async function ofTenant(app: App, question: TopicQuestion, { reads }: Turn): Promise<Answer> {
  const galleryName = app.galleryName ?? (await reads.galleryName?.(app));
  const own = findTutorial([galleryName, app.name]);
  // What the tenant calls an app of its own says nothing about the gallery.
  const alike = own || galleryName === undefined ? undefined : ofSimilarName(galleryName, question);
  return alike ?? told(question, { id: app.id, name: app.name }, own);
}

/** The tutorial of the only app that a name also fits, or a choice of several; undefined where there is none. */
function ofSimilarName(text: string, question: TopicQuestion): Answer | undefined {
  const alike = nearest(text);
  const [only, ...others] = alike;
  if (!only) return undefined;
  return others.length === 0 ? told(question, { name: only.app }, only) : choose(question, text, alike);
}

function told(question: TopicQuestion, app: NonNullable<TopicAnswer['app']>, tutorial?: Tutorial): TopicAnswer {
  return { kind: 'topic', question, topic: question.topic, app, tutorial: tutorial?.slug };
}

/** Tutorials that a part of a name, or its usual short form, fits best: "Workday" has one for each direction. */
function nearest(text: string): readonly Tutorial[] {
  const ranked = rankApps(text, tutorials, ({ app }) => [app]);
  const [best] = ranked;
  if (!best || best.tier === 'fuzzy') return [];
  return ranked.filter(({ tier }) => tier === best.tier).map(({ item }) => item);
}

function choose(question: TopicQuestion, text: string, alike: readonly Tutorial[]): ChoiceAnswer {
  const candidates = alike.slice(0, mostListed).map(({ app, slug }) => {
    return { type: 'app', id: slug, name: app, detail: [], question: { ...question, app } } as const;
  });
  return { kind: 'choice', question, of: 'app', text, candidates, total: alike.length };
}
