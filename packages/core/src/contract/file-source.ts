/** A file that the customer gave: an upload, one in a folder, an object in a store. */
export interface FileSource {
  /** As people know it, such as `people.csv`: shown in messages, and its ending tells the kind. */
  readonly name: string;
  /** How many people it holds, as whoever gave it says: what shows that nothing was cut off. */
  readonly people?: number | undefined;
  /** Opened anew for each read; ends with the signal. */
  open(signal: AbortSignal): AsyncIterable<Uint8Array>;
}
