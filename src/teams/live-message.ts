import { setTimeout as delay } from 'node:timers/promises';
import type { Activity } from 'botbuilder';
import type { Messenger } from './messenger.ts';

type Draw = () => Partial<Activity>;

/** The one message in which an answer comes about: sent once there is something to show, then changed in place. */
export interface LiveMessage {
  /** Shows what is known so far. Of several that come close together only the newest is sent; one that cannot be sent is left out. */
  show(draw: Draw): void;
  /** Whether anything was shown, so that the end must take its place. */
  readonly shown: boolean;
  /**
   * Puts the end in the place of what was shown, or sends it where there is no such place. Nothing is shown afterwards.
   * Rejects with the connector's error when the end cannot be sent.
   */
  finish(draw: Draw): Promise<void>;
}

/** `cardId`: the message to change; without it one is sent. At most one change in `everyMs`, the first that long after the beginning. */
export function createLiveMessage(messenger: Messenger, everyMs: number, cardId?: string): LiveMessage {
  let id = cardId;
  let next: Draw | undefined;
  let showing: Promise<void> | undefined;
  let shown = false;
  const over = new AbortController();
  const soon = rest();

  /** One at a time, so that an older state never overtakes a newer one. What is answered soon needs no state before it. */
  async function showAll(): Promise<void> {
    await soon;
    while (next && !over.signal.aborted) {
      const draw = next;
      next = undefined;
      try {
        await put(draw);
      } catch {
        // The end is told all the same; what was only on the way is not worth another message.
        over.abort();
      }
      await rest();
    }
    showing = undefined;
  }

  async function rest(): Promise<void> {
    await delay(everyMs, undefined, { signal: over.signal, ref: false }).catch(() => {});
  }

  async function put(draw: Draw): Promise<void> {
    shown = true;
    if (id !== undefined) return messenger.update(id, draw());
    id = await messenger.send(draw());
    // A message without an id cannot be changed any more.
    if (id === undefined) over.abort();
  }

  return {
    get shown() {
      return shown;
    },
    show(draw) {
      if (over.signal.aborted) return;
      next = draw;
      showing ??= showAll();
    },
    async finish(draw) {
      over.abort();
      await showing;
      if (id === undefined) return void (await messenger.send(draw()));
      try {
        return await messenger.update(id, draw());
      } catch {
        // Deleted meanwhile, or not ours to change.
      }
      await messenger.send(draw());
      // What was shown on the way would stand there for good, and say that more is to come.
      if (shown) await messenger.remove(id).catch(() => {});
    },
  };
}
