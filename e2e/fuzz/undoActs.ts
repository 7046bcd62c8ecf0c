/** Undo where people meet: one makes something, others see it and do something to it or into it, the one takes it back. */
import { createShapeId, toRichText, type TLShapeId } from '@tldraw/tldraw';
import type { Act } from './Act.ts';
import type { FuzzPerson } from './FuzzPerson.ts';
import type { World } from './World.ts';

/** What was written reaches everybody whose line is there; nobody comes to rest. */
async function hear(world: World): Promise<void> {
  for (let round = 0; round < 3; round++) {
    for (const person of world.people) {
      person.peer.binding.flush();
      person.send();
    }
    await world.server.turn();
    for (const person of world.people) {
      person.read();
      person.peer.binding.show();
    }
  }
}

type Doing = (person: FuzzPerson, made: TLShapeId, name: string) => void;

const doings: Readonly<Record<string, Doing>> = {
  move: ({ editor }, id) => editor.updateShape({ id, type: editor.getShape(id)?.type ?? 'geo', x: 7 }),
  write: ({ editor }, id, name) => {
    if (editor.getShape(id)?.type === 'note')
      editor.updateShape({ id, type: 'note', props: { richText: toRichText(name) } });
  },
  putIn: ({ editor }, id, name) => {
    if (editor.getShape(id)?.type === 'frame')
      editor.createShape({ id: createShapeId(name), type: 'geo', parentId: id, x: 3, y: 3 });
  },
  remove: ({ editor }, id) => void editor.deleteShape(id),
  nothing: () => undefined,
};

export const undoActs: readonly Act[] = [
  {
    name: 'meet',
    weight: 12,
    run: async (world) => {
      const { random } = world;
      const [maker, other] = [random.pick(world.editors), random.pick(world.editors)];
      const id = createShapeId(world.nextName());
      maker.editor.markHistoryStoppingPoint('make');
      maker.editor.createShape({ id, type: random.pick(['note', 'frame']), x: random.below(900), y: 0 });
      await hear(world);
      const did: string[] = [];
      for (const person of random.chance(0.5) ? [other] : [other, maker, other]) {
        const doing = random.pick(Object.keys(doings));
        person.editor.markHistoryStoppingPoint(doing);
        if (person.editor.getShape(id)) doings[doing]?.(person, id, world.nextName());
        did.push(`${person.setup.clientId} ${doing}`);
        if (random.chance(0.8)) await hear(world);
      }
      for (let presses = 1 + random.below(3); presses > 0; presses--) maker.editor.undo();
      if (random.chance(0.3)) maker.editor.redo();
      return `${maker.setup.clientId} made ${id}: ${did.join(', ')}`;
    },
  },
  {
    name: 'meet on the map',
    weight: 8,
    run: async (world) => {
      const { random } = world;
      const [maker, other] = [random.pick(world.editors), random.pick(world.editors)];
      const [interest, organization] = [world.nextName(), world.nextName()];
      maker.peer.pace.pass(600);
      maker.command({ type: 'add', collection: 'interests', id: interest, fields: { title: interest } });
      await hear(world);
      const fields = { name: organization };
      other.command({ type: 'add', collection: 'organizations', id: organization, fields });
      other.peer.pace.pass(600);
      other.command({ type: 'place', organization_id: organization, interest_id: interest, part_of_work: null });
      if (random.chance(0.8)) await hear(world);
      random.pick([maker, other]).editor.undo();
      if (random.chance(0.3)) maker.editor.redo();
      return `${maker.setup.clientId} made ${interest}, ${other.setup.clientId} placed ${organization}`;
    },
  },
];
