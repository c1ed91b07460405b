/** Real ids are short; whatever is not is no id, and is carried in no button. */
export function isAskable(id: string): boolean {
  return id !== '' && id.length <= 200;
}
