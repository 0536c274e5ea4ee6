/** A fifth of a second of a soft tone, as WAV: what the scripted provider says, whatever it is asked to read. */
export function shortTone(): Buffer {
  const rate = 8_000;
  const samples = Buffer.from(
    Array.from({ length: rate / 5 }, (_, at) => 128 + Math.round(20 * Math.sin((at * 2 * Math.PI * 440) / rate))),
  );
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + samples.length, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  // Plain samples, one channel, a byte each.
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(samples.length, 40);
  return Buffer.concat([head, samples]);
}
