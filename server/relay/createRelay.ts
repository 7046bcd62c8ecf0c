/** The relay of one process: finds the room of a connection, opens and forgets rooms. */
import type { BoardId } from '#shared/wire/ids.ts';
import { Refusal } from '#shared/wire/Refusal.ts';
import { NotStoredError } from '#server/store/storeErrors.ts';
import { Connection } from '#server/relay/connection/Connection.ts';
import type { Relay, RelayGauges, RelayOptions } from './Relay.ts';
import { PersonBudgets } from '#server/relay/connection/PersonBudgets.ts';
import { Room } from '#server/relay/room/Room.ts';

export function createRelay(options: RelayOptions): Relay {
  const roomOptions = { ...options, budgets: new PersonBudgets(options.limits, options.clock) };
  const rooms = new Map<BoardId, Room>();
  /** deleted since this process runs: nobody may open them again while the store still forgets */
  const deleted = new Set<BoardId>();
  let isStopping = false;

  const join = (board: BoardId, connection: Connection): void => {
    if (isStopping) connection.close('restarting');
    else if (deleted.has(board)) connection.close('boardDeleted');
    else roomOf(board).join(connection);
  };

  const roomOf = (board: BoardId): Room => {
    const there = rooms.get(board);
    if (there !== undefined) return there;
    const room = new Room(board, roomOptions, (gone, waiting) => {
      if (rooms.get(board) === gone) rooms.delete(board);
      for (const connection of waiting) join(board, connection);
    });
    rooms.set(board, room);
    void room.open();
    return room;
  };

  /** In the room of the board; once more where that was just closing. */
  const changeIn = async <T>(
    board: BoardId,
    change: (room: Room) => Promise<{ readonly value: T } | null>,
  ): Promise<T> => {
    for (;;) {
      if (isStopping) throw new Refusal('restarting');
      if (deleted.has(board)) throw new NotStoredError('The board is not open');
      const done = await change(roomOf(board));
      if (done !== null) return done.value;
    }
  };

  const gauges = (): RelayGauges => {
    let connections = 0;
    let readOnlyRooms = 0;
    let queuedBytes = 0;
    for (const room of rooms.values()) {
      connections += room.people.count;
      queuedBytes += room.queuedBytes;
      if (room.people.readOnly !== null) readOnlyRooms++;
    }
    return { rooms: rooms.size, connections, readOnlyRooms, queuedBytes };
  };

  return {
    connect(socket, who) {
      const connection = new Connection({ ...options, socket, ...who });
      join(who.board, connection);
      return connection;
    },
    removePerson: (board, person) => rooms.get(board)?.people.removePerson(person),
    endDevice: (board, person, device) => rooms.get(board)?.people.endDevice(person, device),
    checkAgain: (board, person) => rooms.get(board)?.people.checkAgain(person),
    renameBoard: (board, title) => rooms.get(board)?.people.rename(title),
    tell: (board, message, to) => rooms.get(board)?.people.tell(message, to),
    goOn: (board) => changeIn(board, (room) => room.goOn()),
    changeRole: (board, person, role, from) => rooms.get(board)?.people.changeRole(person, role, from),
    change: (board, edit) => changeIn(board, (room) => room.change(edit)),
    changeMade: (board, make, command) => changeIn(board, (room) => room.changeMade(make, command)),
    present: (board) => rooms.get(board)?.people.list() ?? [],
    async deleteBoard(board) {
      deleted.add(board);
      await rooms.get(board)?.abandon('boardDeleted');
    },
    async stop() {
      isStopping = true;
      await Promise.all([...rooms.values()].map((room) => room.stop()));
    },
    gauges,
  };
}
