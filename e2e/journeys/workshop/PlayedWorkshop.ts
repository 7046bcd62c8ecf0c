/** A workshop that a journey plays from its first step to its last: who leads, who takes part, and what the leader pressed. */
import type { Presses } from '../../pages/Presses.ts';
import type { WorkshopPerson } from '../../pages/WorkshopPerson.ts';
import { expect } from '../../people.ts';
import type { ServerProcess } from '../../ServerProcess.ts';

export class PlayedWorkshop {
  readonly lead: WorkshopPerson;
  readonly others: readonly WorkshopPerson[];
  readonly presses: Presses;
  readonly #server: ServerProcess;

  constructor(server: ServerProcess, { lead, others, presses }: Pick<PlayedWorkshop, 'lead' | 'others' | 'presses'>) {
    this.#server = server;
    this.lead = lead;
    this.others = others;
    this.presses = presses;
  }

  get everybody(): readonly WorkshopPerson[] {
    return [this.lead, ...this.others];
  }

  /** Chooses the run sheet on an empty board and begins. */
  async start(runSheet: string, first: string): Promise<void> {
    const { lead } = this;
    await lead.press('Workshop');
    await lead.press(new RegExp(runSheet));
    await lead.press('Start the workshop');
    for (const { step } of this.everybody) await step.shows(first);
    await this.#putCardsAway();
  }

  /** The step's time passes, a hand brings the news of it, and the leader goes on from there. */
  async goOn(minutes: number, next: string): Promise<void> {
    await this.timePasses(minutes);
    await this.lead.next(`On to the next step: ${next}`);
    await this.presses.endStep(next);
    for (const { step } of this.everybody) await step.shows(next);
    await this.#putCardsAway();
  }

  async timePasses(minutes: number): Promise<void> {
    await this.#server.passMinutes(minutes);
    const last = this.others.at(-1);
    await last?.press(last.step.bar.getByRole('button', { name: /your hand$/ }));
    for (const { page } of this.everybody) await expect(page.getByRole('timer')).toHaveText(/Time is up/);
  }

  /** Whoever got the words of the step as a card has read them. */
  async #putCardsAway(): Promise<void> {
    for (const person of this.others) if (await person.button('Got it').isVisible()) await person.press('Got it');
  }
}
