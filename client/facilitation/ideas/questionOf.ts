/** The question that a step puts to people, out of its instruction: its first sentence with a question mark. */

const maxPromptLength = 300;

/** Empty where the step asks nothing. What stands before a colon tells how to work, not what about. */
export function questionOf(instruction: string): string {
  const asked = /[^.!?…]*\?/.exec(instruction)?.[0] ?? '';
  const question = asked.slice(asked.indexOf(':') + 1).trim();
  return question === '' ? '' : (question.charAt(0).toUpperCase() + question.slice(1)).slice(0, maxPromptLength);
}
