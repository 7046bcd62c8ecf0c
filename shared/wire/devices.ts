/**
 * The devices of a person on a board, over HTTP: each has a seat of its own, which its person sees and ends. What is known of a
 * device is its browser and system, as the page says them; no address is kept.
 */
import * as v from 'valibot';

/** Names of products, the same in every language. */
export const browsers = ['Firefox', 'Edge', 'Opera', 'Samsung Internet', 'Chrome', 'Safari'] as const;
export const systems = ['Android', 'iPhone', 'iPad', 'Windows', 'macOS', 'ChromeOS', 'Linux'] as const;

/** null: another one, or nothing was said */
export const DeviceKind = v.strictObject({
  browser: v.nullable(v.picklist(browsers)),
  system: v.nullable(v.picklist(systems)),
});
export type DeviceKind = v.InferOutput<typeof DeviceKind>;

/** GET /api/boards/:id/devices (seat): my own, the newest first. DELETE there ends all but the one that asks. */
export const Devices = v.object({
  devices: v.array(
    v.object({
      id: v.string(),
      kind: DeviceKind,
      /** when it got its seat */
      madeAt: v.number(),
      /** to the hour */
      seenAt: v.number(),
      /** the one that asks */
      isThis: v.boolean(),
    }),
  ),
});
export type Devices = v.InferOutput<typeof Devices>;

/**
 * GET /api/boards/:id/return-link (seat): path with fragment, `/b/<id>#r=<secret>`. POST .../return-link/reset makes a new one; so does
 * ending a device, since that could show the one before: DELETE /api/boards/:id/devices/:device answers with it.
 */
export const ReturnLink = v.object({ link: v.string() });
export type ReturnLink = v.InferOutput<typeof ReturnLink>;

/** POST /api/boards/:id/return; Authorization: Bearer <secret of the return link>: a seat for this device. GET there: `Seat`, whom it brings back. */
export const ComeBack = v.strictObject({ device: v.optional(DeviceKind) });
