/** What people's gestures on the frame ask of the map. The canvas knows these names only; whoever keeps the map carries them out. */
import type { RepresentativeKind } from '#shared/kinds/values.ts';

/** Angle and radius in the wedge's own terms, as a placement stores them; null: where the layout puts it. */
export type CardPosition = readonly [angle: number, radius: number] | null;

/** An organization in an interest; without interest: not placed. */
export interface CardPlace {
  readonly organizationId: string;
  readonly interestId: string | null;
}

/** Each adds or changes at once, or does nothing; what could not be done is said to people by the implementation. */
export interface FrameCommands {
  editGoalStatement(statement: string): void;
  /** Answers with the id; `after`: the interest it follows on the ring, undefined = at the end. */
  addInterest(interest: { readonly title: string; readonly after: string | undefined }): string | null;
  renameInterest(interestId: string, title: string): void;
  removeInterest(interestId: string): void;
  addOrganization(organization: {
    readonly name: string;
    readonly sector: string | null;
    readonly interestId: string | null;
    readonly position: CardPosition;
  }): string | null;
  renameOrganization(organizationId: string, name: string): void;
  removeOrganization(organizationId: string): void;
  /** Puts an organization into an interest, beside where it is already. */
  placeCard(place: {
    readonly organizationId: string;
    readonly interestId: string;
    readonly position: CardPosition;
  }): void;
  /** Moves all parts of work of an organization in one interest to another, or only its card within the wedge. */
  moveCard(from: CardPlace, to: { readonly interestId: string; readonly position: CardPosition }): void;
  /** Takes an organization out of an interest; the organization stays. */
  removePlacement(place: { readonly organizationId: string; readonly interestId: string }): void;
  addRepresentative(person: {
    readonly kind: RepresentativeKind;
    readonly roleTitle: string;
    readonly organizationId: string;
    readonly interestId: string | null;
  }): string | null;
  renameRepresentative(representativeId: string, roleTitle: string): void;
  /** To another organization, or within one from speaking for one interest to speaking for another. */
  moveRepresentative(representativeId: string, from: CardPlace, to: CardPlace): void;
  /** Takes the token off this card; the last one takes the representative off the board. */
  removeRepresentative(representativeId: string, from: CardPlace): void;
}
