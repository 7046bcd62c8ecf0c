// npm run dev: the server restarting on change (port 3000) and the page with hot reload (http://localhost:5173).
import { installPackages } from './install.mjs';
import { start } from './run.mjs';

await installPackages();
const environment = { PUBLIC_ORIGIN: process.env.PUBLIC_ORIGIN ?? 'http://localhost:5173,http://127.0.0.1:5173' };
const server = start('tsx', ['watch', '--clear-screen=false', 'server/main.ts'], environment);
const page = start('vite', []);
const code = await Promise.race([server.ended, page.ended]);
server.child.kill();
page.child.kill();
process.exit(code);
