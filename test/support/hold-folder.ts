import { lockFolder } from '../../src/store/folder-lock.ts';

/** Holds a folder until it is killed. */
await lockFolder(process.argv[2] ?? '', () => new Date());
process.send?.('held');
setInterval(() => undefined, 1000);
