/** Lets the process end although standard input is still open. A file or a device there has nothing to let go of. */
export function letGoOfStdin(): void {
  const { stdin } = process
  stdin.pause()
  if ('unref' in stdin) stdin.unref()
}
