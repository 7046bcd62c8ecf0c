/** Everything of one run: the server, the people, the chance that decides, and what went wrong. */
import * as Y from 'yjs';
import { withSheet } from '#client/canvas/sheet/testing/withSheet.ts';
import { firstDocument } from '#shared/board/firstDocument.ts';
import { readTemplate } from '#shared/templates/readTemplate.ts';
import { createRandom, type Random } from '#shared/testing/random.ts';
import type { PeerHandlers, PeerSocket } from '#shared/testing/MemoryPeer.ts';
import { personId } from '#server/testing/openTestRelay.ts';
import { FuzzPerson, type TabSetup } from './FuzzPerson.ts';
import { fuzzBoard, FuzzServer } from './FuzzServer.ts';
import { Stranger } from './Stranger.ts';

export class World {
  readonly random: Random;
  readonly people: FuzzPerson[] = [];
  readonly stranger: Stranger | null;
  readonly faults: string[] = [];
  server: FuzzServer;
  /** Updates of people who left, that were called saved. */
  readonly savedBefore: Uint8Array[] = [];
  readonly #gone: FuzzServer[] = [];
  #clients = 1000;
  #names = 0;
  #isGrown = false;

  private constructor(random: Random, server: FuzzServer, hasStranger: boolean) {
    this.random = random;
    this.server = server;
    this.stranger = hasStranger ? new Stranger(random.fork()) : null;
  }

  static async of(seed: number): Promise<World> {
    const random = createRandom(seed);
    const template = readTemplate(random.pick(['blank', 'employment', 'newark']));
    if (!template) throw new Error('no such template');
    const server = await FuzzServer.start(
      random.chance(0.3) ? 'sqlite' : 'memory',
      firstDocument(withSheet(template.map)),
    );
    const world = new World(random, server, random.chance(0.3));
    const editors = 2 + random.below(3);
    for (let person = 1; person <= editors; person++)
      await world.enter(person, person === 1 ? 'facilitator' : 'participant');
    // sometimes somebody has the board open twice, and sometimes somebody only looks
    if (editors < 4 && random.chance(0.3)) await world.enter(1, 'facilitator');
    if (random.chance(0.4)) await world.enter(9, 'observer');
    return world;
  }

  get editors(): FuzzPerson[] {
    return this.people.filter((person) => person.setup.role !== 'observer');
  }

  /** Once in a run a lot may be added: what waits offline has to fit into one answer. */
  mayGrow(): boolean {
    const may = !this.#isGrown;
    this.#isGrown = true;
    return may;
  }

  /** A name that nothing has yet. */
  nextName(): string {
    return `n${++this.#names}`;
  }

  /** A new tab with what the server has; connected. */
  async enter(person: number, role: TabSetup['role']): Promise<void> {
    this.connect(this.#add(person, role, await this.server.stored()));
  }

  /** The page is loaded anew, with the copy on this device; not connected yet. */
  reload(person: FuzzPerson): void {
    person.peer.binding.flush();
    this.savedBefore.push(...person.saved);
    this.people.splice(this.people.indexOf(person), 1);
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(person.doc));
    person.leave();
    this.#add(person.setup.person, person.setup.role, copy);
  }

  connect(person: FuzzPerson): void {
    person.connect((socket) => this.open(socket, person.setup.person, person.setup.role));
  }

  open(socket: PeerSocket, person: number, role: TabSetup['role']): PeerHandlers {
    const who = { id: personId(person), name: `Name ${person}`, color: '#112233', role };
    return this.server.relay.connect(socket, { board: fuzzBoard, person: who, device: 'laptop' });
  }

  /** The server dies in this moment and another one starts; all lines break. */
  kill(): void {
    const next = this.server.killed();
    this.server.setSlow(false);
    for (const person of this.people) person.line.disconnect();
    this.stranger?.leave();
    this.#gone.push(this.server);
    this.server = next;
  }

  async restart(): Promise<void> {
    const next = await this.server.restarted();
    for (const person of this.people) {
      // what the server still sent arrives
      person.read();
      person.line.disconnect();
    }
    this.stranger?.leave();
    this.server = next;
  }

  /** Time passes for everybody. */
  pass(ms: number): void {
    for (const person of this.people) person.peer.pace.pass(ms);
    this.server.clock.advance(ms);
  }

  async end(): Promise<void> {
    for (const person of this.people) person.leave();
    this.stranger?.leave();
    for (const server of [...this.#gone, this.server]) await server.remove();
  }

  #add(person: number, role: TabSetup['role'], from: Y.Doc): FuzzPerson {
    const added = new FuzzPerson({
      person,
      role,
      from,
      clientId: ++this.#clients,
      random: this.random.fork(),
      onFault: (what) => this.faults.push(`tab ${added.setup.clientId}: ${what}`),
    });
    this.people.push(added);
    return added;
  }
}
