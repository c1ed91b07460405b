/**
 * Ends quietly once nobody reads any more ("npm run ask … | head"): that is no fault, and the rest would be written for
 * nobody. Any other failure of the stream is thrown.
 */
export function endWhereNobodyReads(stream: NodeJS.WriteStream, exit: (code: number) => void): void {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    exit(0);
  });
}
