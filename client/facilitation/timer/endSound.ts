/** Two soft tones when the time is over. Nothing is loaded: the browser makes them. */

const tones = [
  { hertz: 660, at: 0 },
  { hertz: 880, at: 0.22 },
];

/** A browser that plays nothing before the first press of a person stays silent; the change on the screen says the same. */
export function endSound(createContext: () => AudioContext): void {
  const context = createContext();
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
      if (hertz === tones.at(-1)?.hertz) void context.close();
    });
  }
}
