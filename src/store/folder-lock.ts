import { mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod/v4';
import { StoreError } from './errors.ts';

export interface FolderLock {
  release(): Promise<void>;
}

const holder = z.object({ pid: z.number().int(), host: z.string(), began: z.string().optional() });
type Holder = z.infer<typeof holder>;

/** How often the holder shows that it lives, and after how long a silent one on another machine counts as gone. */
const beatMs = 5000;
const silentMs = 30_000;

/**
 * Takes a folder for this process alone: the embedded database breaks when two write to it. A holder that was killed is
 * noticed at once on the same machine, and after half a minute from another (a volume that moved to a new container).
 * Throws StoreError `locked`, which names the holder.
 */
export async function lockFolder(folder: string, now: () => Date): Promise<FolderLock> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'skipper.lock');
  const self: Holder = { pid: process.pid, host: hostname(), began: await beganAt(process.pid) };
  for (let attempt = 1; !(await take(file, self)); attempt += 1) {
    const other = await readHolder(file);
    if (attempt > 3 || (other && (await isAlive(other, file, self, now)))) throw refused(folder, file, other);
    // Only one of those who find it stale can move this very file away.
    await rename(file, `${file}.${process.pid}.stale`).catch(() => undefined);
    await rm(`${file}.${process.pid}.stale`, { force: true });
  }
  const beat = setInterval(() => void utimes(file, now(), now()).catch(() => undefined), beatMs);
  beat.unref();
  return {
    async release() {
      clearInterval(beat);
      await rm(file, { force: true });
    },
  };
}

async function take(file: string, self: Holder): Promise<boolean> {
  try {
    const handle = await open(file, 'wx');
    await handle.writeFile(JSON.stringify(self));
    await handle.close();
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

async function readHolder(file: string): Promise<Holder | undefined> {
  try {
    return holder.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return undefined;
  }
}

async function isAlive(other: Holder, file: string, self: Holder, now: () => Date): Promise<boolean> {
  if (other.host !== self.host) {
    const beaten = await stat(file).then(
      ({ mtimeMs }) => mtimeMs,
      () => 0,
    );
    return now().getTime() - beaten < silentMs;
  }
  try {
    process.kill(other.pid, 0);
  } catch (error) {
    // EPERM: it lives, and belongs to somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  // The number may have gone to another process since; a process began when it began.
  return other.began === undefined || other.began === (await beganAt(other.pid));
}

/** What tells a process from a later one of the same number; undefined where there is no /proc. */
async function beganAt(pid: number): Promise<string | undefined> {
  try {
    const [status, boot] = await Promise.all([
      readFile(`/proc/${pid}/stat`, 'utf8'),
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
    ]);
    // The 22nd field; the second is a name in brackets that may hold spaces.
    return `${boot.trim()} ${status.slice(status.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return undefined;
  }
}

function refused(folder: string, file: string, other: Holder | undefined): StoreError {
  const who = other ? `process ${other.pid} on ${other.host}` : 'another process';
  return new StoreError(
    'locked',
    `The folder ${folder} is in use by ${who}. Stop that one, set DATA_DIR to another folder, or set DATABASE_URL to a PostgreSQL server that both can share. If it is certain that none runs, remove ${file}.`,
  );
}
