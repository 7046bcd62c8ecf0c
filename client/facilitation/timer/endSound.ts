/** Two soft tones when the time is over. Nothing is loaded: the browser makes them. */

const tones = [
  { hertz: 660, at: 0 },
  { hertz: 880, at: 0.22 },
];

export interface EndSound {
  /** Browsers play nothing before a person has pressed something on the page: the first press opens the way. */
  allow(): void;
  ring(): void;
  close(): void;
}

export function endSound(createContext: () => AudioContext): EndSound {
  let context: AudioContext | null = null;
  return {
    allow() {
      if (context !== null) return;
      const opened = createContext();
      context = opened;
      // Asleep until it is needed: an open line to the loudspeaker drains a battery.
      void opened.resume().then(() => opened.suspend());
    },
    ring() {
      if (context === null) return;
      const opened = context;
      void opened.resume().then(() => play(opened));
    },
    close() {
      void context?.close();
      context = null;
    },
  };
}

function play(context: AudioContext): void {
  for (const { hertz, at } of tones) {
    const start = context.currentTime + at;
    const oscillator = context.createOscillator();
    const volume = context.createGain();
    oscillator.frequency.value = hertz;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.16, start + 0.03);
    volume.gain.exponentialRampToValueAtTime(0.001, start + 0.5);
    oscillator.connect(volume).connect(context.destination);
    oscillator.start(start);
    oscillator.stop(start + 0.55);
    oscillator.addEventListener('ended', () => {
      if (hertz === tones.at(-1)?.hertz) void context.suspend();
    });
  }
}
