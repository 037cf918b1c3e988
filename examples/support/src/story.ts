/** A heading of the story. */
export function chapter(title: string): void {
  process.stdout.write(`\n${title}\n`);
}

/** A line of the story, after what it says has been checked. */
export function say(text: string): void {
  process.stdout.write(`  ${text}\n`);
}
