import type { examples } from '../src/questions/examples.ts';
import { commands } from '../src/words/en/commands.ts';

/** One command that Teams suggests in the compose box. */
export interface Command {
  readonly title: string;
  readonly description: string;
}

/** What a manifest may hold. Source: Teams app manifest 1.25, bots.commandLists.commands. */
export const limits = { commands: 12, title: 128, description: 4000 } as const;

/** The commands of the manifest: the first example of every kind of question that has a line in commands.ts. */
export function commandsFor(kinds: typeof examples): readonly Command[] {
  return kinds.flatMap(({ kind, examples: [first] }) => {
    const description = commands[kind];
    return first === undefined || description === undefined ? [] : [{ title: first, description }];
  });
}
