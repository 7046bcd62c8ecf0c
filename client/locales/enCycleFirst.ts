/** English texts of the cycle that its shapes know from the start: what they are called and what is said of them. */
export const enCycleFirst = {
  stage: {
    problem_defining: 'Problem-defining',
    interpreting_hypothesizing: 'Interpreting and hypothesizing',
    solution_finding: 'Solution-finding',
    analyzing_reflecting: 'Analyzing and reflecting',
  },
  /** one note of a stage */
  kind: {
    problem_defining: 'problem',
    interpreting_hypothesizing: 'hypothesis',
    solution_finding: 'idea for a solution',
    analyzing_reflecting: 'reflection',
  },
  closed: 'closed',
  open: 'open',
  status: { proposed: 'proposed', running: 'running', finished: 'finished', stopped: 'stopped' },
  link: 'Drag to what it builds on',
  /** what a chosen shape is, spoken behind its words */
  shapes: { round: 'round', quarter: 'stage', note: 'note', experiment: 'experiment', link: 'line' },
  say: {
    round: 'Round {{number}}, {{state}}: {{question}}',
    quarter: '{{stage}}, round {{number}}: {{count}} notes',
    note: '{{kind}}: {{text}}',
    experiment: 'Experiment, {{status}}: {{title}}',
    buildsOn: '“{{from}}” builds on “{{to}}”',
    evidence: '“{{from}}” rests on the experiment “{{to}}”',
    hypothesis: 'The experiment “{{from}}” tests “{{to}}”',
    link: 'Line between two notes',
  },
} as const;
