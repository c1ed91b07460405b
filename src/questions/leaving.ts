const leaving =
  /\b(?:off ?board\w*|off boarded|terminat\w*|leavers?|has left|left (?:us|the|on|last|yesterday|today|in (?:january|february|march|april|may|june|july|august|september|october|november|december))|we let .{1,60} go|let go|resigned|retired|retire|fired|dismissed|made redundant|no longer (?:works?|with|employed)|last day|is leaving|leaves us|departed|quit|former|contract (?:ended|ran out|is over)|(?:still|any) (?:\w+ ){0,3}(?:accounts?|access|logins?|active|live|open)|still (?:in|around)|still (?:has|have|got)|(?:accounts?|access|logins?) (?:left|remaining|open)|(?:removed|deprovisioned|disabled|deleted|gone|deactivated|blocked|out)(?: from| in| of)? (?:everywhere|everything|all|every)|out of (?:everything|all|every)|(?:lost|lose|losing) (?:all|every|access|(?:his|her|their) (?:accounts?|access|logins?))|cleaned up|tidied up|locked out)\b/;

/** Whether a folded sentence tells that somebody is gone, or asks what is left of somebody's access. */
export function tellsOfLeaving(text: string): boolean {
  return leaving.test(text);
}
