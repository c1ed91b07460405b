import type { App } from '../diagnosis/evidence.ts';
import type { ChoiceAnswer, NotFoundAnswer } from './answer.ts';
import { type AppQuestion, chooseApp, noSuchApp } from './choices.ts';
import { findApp, nearestApps, onlyProvisioned } from './find-app.ts';
import type { Turn } from './turn.ts';

/** The app that a question about an app alone means, or what to answer where that is not settled. */
export type Settled = { readonly app: App } | { readonly answer: ChoiceAnswer | NotFoundAnswer };

/**
 * Settles which app is meant by `text`: the one that fits; else the asker chooses among those that do, or among the
 * nearest names. A choice asks `question` again about the app that was chosen. Throws GraphError.
 */
export async function settleApp(question: AppQuestion, text: string, turn: Turn): Promise<Settled> {
  const found = await findApp(text, turn.reads);
  const widened = found.found === 'none' ? await nearestApps(text, turn.reads) : found;
  switch (widened.found) {
    case 'one':
      turn.found.app = widened.app;
      return { app: widened.app };
    case 'several': {
      const provisioned = await onlyProvisioned(widened.apps, turn.reads);
      if (!provisioned) return { answer: chooseApp(question, text, widened.apps) };
      turn.found.app = provisioned;
      return { app: provisioned };
    }
    case 'none': {
      const nearest = found.found === 'none' ? [...found.nearest, ...widened.nearest] : widened.nearest;
      return { answer: noSuchApp(question, text, nearest) };
    }
  }
}
