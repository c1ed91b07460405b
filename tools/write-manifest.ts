import { readFileSync, writeFileSync } from 'node:fs';
import { manifestPath, withCommands } from './manifest.ts';

writeFileSync(manifestPath, withCommands(readFileSync(manifestPath, 'utf8')));
