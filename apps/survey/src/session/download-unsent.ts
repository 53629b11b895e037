/** What is not sent yet as a text that a person can keep and type in again. */
export function unsentAsText(title: string, unsent: readonly { readonly words: string }[]): string {
  return [title, ...unsent.map(({ words }) => words)].join('\n\n') + '\n';
}

/** Saves a text as a file where the browser keeps such. */
export function saveAsFile(name: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
