import type { App } from '../diagnosis/evidence.ts';
import { rankApps } from '../questions/entities/match.ts';
import { namesOf } from './find-app.ts';
import type { Turn } from './turn.ts';

/** Apps that are looked at to name some that have provisioning, and how many of these are named. */
const mostLooked = 100;
const mostNamed = 8;

/** Some apps that do have provisioning, those of a similar name first; the answer does without where they cannot be read. */
export async function otherApps(app: App, turn: Turn): Promise<readonly App[] | undefined> {
  const found = await turn.reads.provisionedApps({ most: mostLooked }).catch(() => undefined);
  const apps = found?.apps
    .map((one) => one.app)
    .filter((one) => one.id !== app.id)
    .toSorted((one, other) => one.name.localeCompare(other.name));
  if (!apps) return undefined;
  const alike = rankApps(app.name, apps, namesOf).map(({ item }) => item);
  return [...new Set([...alike, ...apps])].slice(0, mostNamed);
}
