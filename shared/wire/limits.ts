/**
 * Every limit of the door and the relay with its default. Each is an environment variable of the same name in capitals
 * (maxMessageBytes -> MAX_MESSAGE_BYTES); `server/ops/environment.ts` reads them. Reasons: `shared/decisions`.
 */
export const defaultLimits = {
  /** largest message on the socket */
  maxMessageBytes: 4 * 1024 * 1024,
  /** largest document update in one message */
  maxUpdateBytes: 256 * 1024,
  /** largest sync step 2, taken only when the server asked */
  maxStep2Bytes: 4 * 1024 * 1024,
  maxStep1Bytes: 64 * 1024,
  maxPresenceBytes: 8 * 1024,
  messagesPerSecond: 60,
  messagesBurst: 240,
  bytesPerSecond: 512 * 1024,
  bytesBurst: 6 * 1024 * 1024,
  /** step 1 messages of one connection: so many at once, then one per `step1EveryMs` */
  step1Burst: 3,
  step1EveryMs: 5_000,
  /** new writing ids of one person on one board: so many at once, and so many more an hour (a page without Web Locks takes one per load) */
  writingIdsBurst: 256,
  writingIdsPerHour: 300,
  /** changes of one person to one board: so many bytes at once over all lines, and so many more a minute */
  personBytesBurst: 8 * 1024 * 1024,
  personBytesPerMinute: 4 * 1024 * 1024,
  connectionsPerRoom: 500,
  connectionsPerPerson: 5,
  connectionsPerAddress: 600,
  handshakeMs: 10_000,
  pingEveryMs: 20_000,
  deadAfterMs: 40_000,
  /** above this much unsent, presence to that reader is skipped */
  slowReaderBytes: 256 * 1024,
  /** above this much unsent, the reader is closed with 4508 */
  maxBufferedBytes: 8 * 1024 * 1024,
  documentWarnBytes: 8 * 1024 * 1024,
  documentMaxBytes: 32 * 1024 * 1024,
  /** parts of updates that miss their predecessors, per room */
  maxPendingBytes: 64 * 1024,
  maxPendingMs: 10_000,
  /** a room without people is unloaded after this long */
  roomIdleMs: 30_000,
  /** largest single picture */
  maxAssetBytes: 10 * 1024 * 1024,
  /** all pictures of one board */
  maxAssetsBytesPerBoard: 200 * 1024 * 1024,
  maxAssetPixels: 50_000_000,
  /** tries at keys and seats per address and minute */
  doorTriesPerMinute: 60,
  /** short codes that are looked up at once, on the whole server; half of them from one address */
  codeTriesPerMinute: 1_200,
  /** new people from one address; a whole workshop sits behind one router */
  joinsPerAddressPerMinute: 600,
  boardsPerAddressPerHour: 60,
  maxPeoplePerBoard: 5_000,
  /** ideas, ballots, answers and rounds that one person sends in a minute */
  sealedPerMinute: 240,
  /** what one person may ask of the running workshop */
  commandsPerMinute: 240,
  reactionsPerMinute: 40,
  maxCommandBytes: 640 * 1024,
  /** snapshots that one person takes, opens or restores per minute */
  snapshotActsPerMinute: 60,
  /** snapshots of one board that have a name; automatic ones are pruned */
  maxSnapshotsPerBoard: 200,
  /** all snapshots of one board, each of their shared pieces once */
  maxSnapshotBytesPerBoard: 256 * 1024 * 1024,
  /** files and packs that one person takes home */
  exportsPerMinute: 40,
  /** threads that make such files, and who may wait for one */
  exportsAtOnce: 1,
  exportsWaiting: 8,
  /** pictures, board files and new boards that one address brings in a day */
  uploadBytesPerAddressPerDay: 1024 * 1024 * 1024,
  /** all that is kept; above it nothing is uploaded and no board started */
  maxStoredBytes: 20 * 1024 * 1024 * 1024,
  /** of the disk, for what is written on boards */
  reserveBytes: 256 * 1024 * 1024,
  /** largest board file or template file that is imported */
  maxImportBytes: 64 * 1024 * 1024,
  /** the same from somebody of whom nothing is known */
  maxOpenImportBytes: 8 * 1024 * 1024,
} as const;

export type Limits = { readonly [K in keyof typeof defaultLimits]: number };
