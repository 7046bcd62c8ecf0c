// npm run bench and npm run fuzz: a program of the sources that needs what checks need.
import { installPackages } from './install.mjs';
import { start } from './run.mjs';

await installPackages({ forChecks: true });
process.exit(await start('tsx', process.argv.slice(2)).ended);
